# The list of articles.
article-done = Done
article-doubtful = { $count } doubtful
article-marks = { $count ->
    [one] { $count } mark
   *[other] { $count } marks
}
article-not-opened = Not opened
article-percent = { $percent }%
articles = Articles
list-add = Add…
list-clear-filter = Clear the filter
list-filter = Filter by name or words
list-no-match = No article matches. Clear the filter.
list-states = Which articles
state-all = All
state-done = Done
state-doubt = Doubt
state-to-do = To do
article-open = Open an article
