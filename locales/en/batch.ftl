batch-applied = { $count ->
    [one] { $count } place changed
   *[other] { $count } places changed
} in { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
batch-left-out = { $count ->
    [one] { $count } place was left as it was: its words may not be marked twice in this project.
   *[other] { $count } places were left as they were: their words may not be marked twice in this project.
}
nothing-ticked = Nothing is ticked
nothing-to-repeat = No mark is selected whose words could be looked for
