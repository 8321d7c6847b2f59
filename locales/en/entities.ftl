entities-agreeing = { $count ->
    [one] { $count } agreeing mention is not shown.
   *[other] { $count } agreeing mentions are not shown.
}
entities-agreeing-hide = Hide those that agree
entities-agreeing-show = Show all { $count }
entities-another-label = Another label…
entities-bare = No mark
entities-bare-aloud = { $count } without a mark
entities-by = Mentions are of one group by
entities-by-link = Same link
entities-by-loose = Ignore case and accents
entities-by-words = Same words
entities-counting = Counting…
entities-counts = { $mentions ->
    [one] { $mentions } mention
   *[other] { $mentions } mentions
}
entities-filter = Filter groups
entities-groups = { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
entities-hints = { $count } only suggested
entities-in-articles = { $count ->
    [one] in { $count } article
   *[other] in { $count } articles
}
entities-keys = Enter opens and changes, Space ticks, → shows the article, letters filter
entities-labels = Labels
entities-link = { $count ->
    [one] Link { $count } mention
   *[other] Link { $count } mentions
}
entities-link-all = Link all { $count }…
entities-link-hint = Q736, https://… or an id; empty takes links away
entities-linked = { $count ->
    [one] { $count } mention linked
   *[other] { $count } mentions linked
} to { $link } in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
entities-linked-already = All these mentions have that link already
entities-links = { $count ->
    [one] { $count } link
   *[other] { $count } links
}
entities-make = Make { $count } ticked { $label }
entities-merge = Link as one entity
entities-mixed = Labeled in more than one way
entities-no-link = “{ $link }” is no link: write a Wikidata number such as Q736, an address with https://, or an id without blanks. Nothing was changed.
entities-no-match = No group has these words.
entities-nothing = Nothing is marked or suggested yet.
entities-nothing-how = Here the mentions of all articles come together by their words: what is labeled in more than one way first, then what is marked in one place and not in another, then what is only suggested. Mark some words, and come back.
entities-partly = Marked here, not marked there
entities-refuse = { $count ->
    [one] Reject { $count } suggestion
   *[other] Reject { $count } suggestions
}
entities-same = The same everywhere
entities-suggested = Only suggested so far
entities-ticked = { $count ->
    [one] { $count } group
   *[other] { $count } groups
} ticked, { $mentions ->
    [one] { $mentions } mention
   *[other] { $mentions } mentions
}
entities-title = Entities
entities-unlinked = { $count ->
    [one] { $count } link taken away
   *[other] { $count } links taken away
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
entities-unlinked-yet = none yet
entities-words = Words
