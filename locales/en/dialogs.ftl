# Commands, keys, import, export.
export-articles = { $count ->
    [one] { $count } article will be written
   *[other] { $count } articles will be written
}
export-checked = After writing, the file is read again and compared with the page.
export-fits = Everything fits.
export-format = Format
export-keeps-all = Keeps everything
export-keeps-less = For other programs
export-layout = Files
export-layout-folder = One file an article, in a zip
export-layout-one = One file
export-losses = { $count ->
    [one] { $count } thing cannot be written in { $format }.
   *[other] { $count } things cannot be written in { $format }.
}
export-nothing = No article is in this choice. Choose others.
export-receipt = { $file } is written and was read back without a difference: { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, { $marks ->
    [one] { $marks } mark
   *[other] { $marks } marks
}.
export-scope = Which articles
export-scope-all = All { $count }
export-scope-chosen = { $count } chosen
export-scope-done = { $count } done
export-scope-this = This article
export-suggestions = { $count ->
    [one] Include { $count } suggestion nobody has decided
   *[other] Include { $count } suggestions nobody has decided
}
export-suggestions-hint = They are written as suggestions, never as your work.
export-title = Export
export-write = Write the file
import-added = Added
import-all-in = { $count ->
    [one] The article is in
   *[other] All { $count } articles are in
}
import-canceled = Nothing was added. The project is as it was.
import-original-gone = { $article } was not read again: its file is not at hand any more. The article is unchanged. Remove it and add the file once more.
import-read-again = { $article } was read again as { $encoding }.
import-running = Other files are still being read. Wait for them, or cancel.
import-worked-on = { $article } was not read again, as there is work on it that would be lost. The article is unchanged. Add the file once more beside it.
import-none-in = { $count ->
    [one] The file was not added
   *[other] None of the { $count } files was added
}
import-notes = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}
import-saved-undo = { $count ->
    [one] Saved. One undo removes it.
   *[other] Saved. One undo removes all { $count }.
}
import-some-in = { $added } of { $total } { $total ->
    [one] file
   *[other] files
} { $added ->
    [one] is
   *[other] are
} in
import-added-many = { $count ->
    [one] { $count } file added
   *[other] { $count } files added
}
import-all-in-skipped = { $count ->
    [one] The article is in.
   *[other] All { $count } articles are in.
} { $skipped ->
    [one] { $skipped } file was skipped: it is hidden, or holds no text by its name.
   *[other] { $skipped } files were skipped: they are hidden, or hold no text by their names.
}
import-asks = Where is the text?
import-copied = The report is copied
import-copy = Copy the report
import-copy-failed = The browser did not let the report be copied.
import-field-read = Add with this field
import-field-rows = { $count ->
    [one] in { $count } record
   *[other] in { $count } records
}
import-here = Here already
import-kept = Saved. Undo takes it back step by step.
import-more = { $count ->
    [one] { $count } more was not added
   *[other] { $count } more were not added
}
import-not-added = { $file } was not added
import-nothing-new = { $count ->
    [one] The file is here already
   *[other] All { $count } files are here already
}
import-progress = Files on their way in
import-read-as = Read again as { $encoding }
import-reading = Reading { $n } of { $total }
import-same-as = same as
import-skipped = { $count ->
    [one] { $count } file was skipped: it is hidden, or holds no text by its name.
   *[other] { $count } files were skipped: they are hidden, or hold no text by their names.
}
import-some-new = { $added } of { $total } { $total ->
    [one] file
   *[other] files
} { $added ->
    [one] is
   *[other] are
} new
import-which-field = Which field of { $file } holds the text?
import-which-field-many = Which field of these { $count } files holds the text?
import-start = Start with the first
import-undo-all = Undo the whole import
keys-decide = Decide
keys-extend = Extend the selection: any of these with
keys-anywhere = Anywhere
keys-go = Go
keys-how-to-read = How to read a mark
keys-scope = Letters and digits act only while the article has focus.
keys-select = Select words
keys-title = Keys
legend-confirmed = confirmed
legend-nested = one inside another
legend-city = Havana
legend-office = Water Board of
legend-suggested = suggested
palette-all-places = All { $count } places
palette-articles = Articles
palette-commands = { $count ->
    [one] { $count } command in all
   *[other] { $count } commands in all
}
palette-field = Command, label or article
palette-found = { $count } found
palette-label-for = { $count ->
    [one] Label for “{ $words }”
   *[other] Label for “{ $words }”, { $count } places
}
palette-labels = Labels
palette-no-words = These words are not in the article.
palette-nothing = No command, label or article has these words.
palette-title = Commands
palette-words = Words in this article
palette-words-field = Words of the article
palette-words-hint = Type words of the article to see where they stand. Then choose a place, or all, and a label.
remove-article-do = Remove the article
name-list-added = { $count ->
    [one] Added the list { $name } with { $count } name. It is suggested wherever it stands.
   *[other] Added the list { $name } with { $count } names. They are suggested wherever they stand.
}
name-list-bad-line = { $file }, line { $line }: “{ $label }” is neither a name nor a label of this project. The line was left out.
name-list-empty = { $file } holds no names. Nothing was added. Write one name a line.
name-list-more-lines = { $count ->
    [one] { $count } more line was left out.
   *[other] { $count } more lines were left out.
}
name-list-removed = Removed the list { $name }.
name-list-too-long = { $file } was not added. All lists together hold up to { $limit } names. Remove a list, or split the file.
name-lists-about = A list is a text file with one name a line, or a name, a tab and its label. Its names are suggested wherever they stand, in all articles of this project.
name-lists-choose = Choose a file…
name-lists-count = { $count ->
    [one] { $count } name
   *[other] { $count } names
}
name-lists-label = Label of names without one
name-lists-none = There are no lists yet.
name-lists-remove = Remove
name-lists-remove-named = Remove the list { $name }
name-lists-shipped = Apostil knows some 250,000 names without them. They come from Unicode CLDR, GeoNames (CC BY 4.0), the World Factbook, Natural Earth, the US Census, Wikipedia and wordfreq (CC BY-SA 4.0), and others, and may be used as a whole under CC BY-SA 4.0.
name-lists-title = Name lists
