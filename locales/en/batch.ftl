batch-accents = Same accents
batch-accept = { $count ->
    [one] Accept { $count } suggestion
   *[other] Accept { $count } suggestions
}
batch-agreeing = { $count ->
    [one] { $count } is so already
   *[other] { $count } are so already
}
batch-aliases = Surnames, acronyms
batch-all = All places
batch-applied = { $count ->
    [one] { $count } place changed
   *[other] { $count } places changed
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
batch-around = around it
batch-bare = no mark
batch-case = Same case
batch-conflicts = { $count ->
    [0] One undo takes it all back.
    [one] { $count } conflict is left as it is. One undo takes all { $ticked } back.
   *[other] { $count } conflicts are left as they are. One undo takes all { $ticked } back.
}
batch-counts = Same words elsewhere: { $here } here, { $all } in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
batch-empty = No other place fits.
batch-enter = to look through them
batch-everywhere = All articles
batch-filter = Filter places
batch-forms = Other forms
batch-from-file = from a file
batch-go = Show it in its article
batch-here = This article
batch-in-title = title
batch-label = Label { $count } as { $label }
batch-left = looked at, not marked
batch-left-out = { $count ->
    [one] { $count } place was left as it was: its words may not be marked twice in this project.
   *[other] { $count } places were left as they were: their words may not be marked twice in this project.
}
batch-link = Link { $count } to { $link }
batch-looking = Looking…
batch-marked = said by you
batch-not-now = Not now
batch-only-conflicts = Conflicts
batch-only-here = Only this article
batch-others = { $count ->
    [one] { $count } other article
   *[other] { $count } other articles
}
batch-places = Places
batch-refused = refused by you
batch-remove = Remove { $count }
batch-shared = on part of this or more
batch-suggested = suggested { $percent }%
batch-sure = Suggestions from { $percent }% on
batch-ticked = { $count }, of which { $ticked } ticked
batch-title = The same words elsewhere
batch-unticked = Not ticked
batch-which = Which places
batch-whole = Whole words
nothing-ticked = Nothing is ticked
nothing-to-repeat = No mark is selected whose words could be looked for
