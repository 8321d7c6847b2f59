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
list-backward = Reverse the order
list-count = { $count } of { $total }
list-count-long = { $total ->
    [one] { $count } of { $total } article listed
   *[other] { $count } of { $total } articles listed
}
list-any-label = Any label
list-by-label = With the label
list-searching = Searching…
list-sort = Order
sort-date = Date
sort-doubts = Doubts
sort-marks = Marks
sort-name = Name
sort-project = In order
sort-status = Status
list-is-sorted = Not moved: the list is sorted. Choose the project order, or keep this order first.
article-move-down = Move down
article-move-up = Move up
article-open-this = Open
article-rename = Rename…
article-name-field = Name of the article
article-name-save = Rename
article-language-title = Language of the article
language-unknown = Language not known
language-other = Other language…
language-tag = Language tag
language-tag-hint = BCP 47, such as pt-BR
language-set = Set the language
language-change = { $language }. Change the language
aloud-article-moved = { $article } is now { $n } of { $total }
aloud-article-named = The article is now called { $article }
