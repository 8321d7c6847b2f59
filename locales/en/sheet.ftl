# The empty page, the article, the hint strip, what is read aloud.
# Marks are written [words|LABEL] and key caps [Enter|key].
aloud-accepted = { $label } accepted: { $words }, { $n } of { $total }
aloud-accepted-many = { $count ->
    [one] { $count } suggestion accepted
   *[other] { $count } suggestions accepted
}
aloud-article = { $article }, article { $n } of { $total }
aloud-article-done = Done: { $article }
aloud-article-finished = { $count ->
    [0] Done: { $article }
    [one] Done: { $article }, { $count } suggestion accepted
   *[other] Done: { $article }, { $count } suggestions accepted
}
aloud-article-reopened = To do again: { $article }
aloud-edges = The mark is now: { $words }
aloud-labeled = { $label }: { $words }
aloud-labeled-many = { $count ->
    [one] { $label } in { $count } place: { $words }
   *[other] { $label } in { $count } places: { $words }
}
aloud-mark = { $words }, { $label }
no-doubts-here = No doubts left in this article
aloud-rejected = { $label } rejected: { $words }
aloud-relabeled = { $old } is now { $label }: { $words }
aloud-removed = { $label } removed: { $words }
aloud-skipped = { $label } skipped: { $words }
aloud-suggestion = { $words }, { $label } suggested, { $percent }%
aloud-suggestion-why = { $words }, { $label } suggested, { $percent }%. { $why }
empty-choose-files = Choose files…
empty-choose-folder = Choose a folder…
empty-drop = Drop files or a folder
empty-kinds = Text, Markdown, web pages, CSV, JSON, JSON Lines, and zips of these
empty-paste = Paste text
empty-privacy = Everything happens in this page. Nothing is sent: once loaded, the page makes no request.
empty-sample-marks = { $count ->
    [one] { $count } mark
   *[other] { $count } marks
}
empty-samples = Or start with a sample article
empty-samples-all = Open all { $count }
empty-step-drop = Drop articles: [people|PERSON], [places|GPE], [dates|DATE] and [amounts|MONEY] come up underlined.
empty-step-decide = [Enter|key] accepts, [X|key] rejects, [1|key]–[0|key] relabel; drag to mark what was missed.
empty-step-export = Export the dataset; you are told first what a format cannot hold.
empty-summary = The names in your articles, marked for you, corrected by you.
hint-accept = accept, go on
hint-keys = Keys
hint-label-it = label it
hint-mark = Mark
hint-move-edge = move edge
hint-next-doubtful = next doubtful
hint-next-mark = next mark
hint-nothing = Nothing selected
hint-other-label = other label
hint-reject = reject
hint-remove = remove
hint-selection = Selection
hint-skip = skip
hint-suggestion = Suggestion
language-english = English
language-spanish = Spanish
paste-confirm = Add this text
paste-editable = The text can be edited until it is added. After that it stays as it is, to the character.
paste-name = Name
paste-text = Text
paste-title = Paste text
paste-untitled = Pasted text
sheet-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
article-removed = Removed: { $article }. Undo brings it back.
first-article = This is the first article
last-article = This is the last article
no-mark-selected = No mark is selected
nothing-to-accept = Nothing to accept: no suggestion is open here
nothing-to-label = No words are selected
