# The top bar, and what the whole page is called.
app-name = Apostil
article-position = { $n } of { $total }
close = Close
commands = Commands
language-switch = Language: English. Cambiar a español
page-title = { $article } – { $project } – Apostil
project-untitled = Untitled project
nothing-to-redo = Nothing to redo
redo-what = Redo: { $what }
region-inspector = Inspector
region-list = List of articles
region-status = Status
region-top = Top bar
sentences-reviewed = { $total ->
    [one] { $done } of { $total } sentence
   *[other] { $done } of { $total } sentences
}
sentences-reviewed-long = { $total ->
    [one] { $done } of { $total } sentence of this article reviewed
   *[other] { $done } of { $total } sentences of this article reviewed
}
theme-dark = Theme: dark
theme-light = Theme: light
theme-system = Theme: as the system
nothing-to-undo = Nothing to undo
undo-what = Undo: { $what }
