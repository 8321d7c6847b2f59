# La lista de artículos.
article-done = Listo
article-doubtful = { $count ->
    [one] { $count } dudosa
   *[other] { $count } dudosas
}
article-marks = { $count ->
    [one] { $count } marca
   *[other] { $count } marcas
}
article-not-opened = Sin abrir
article-percent = { $percent } %
articles = Artículos
list-add = Añadir…
list-clear-filter = Borrar el filtro
list-filter = Filtrar por nombre o palabras
list-no-match = Ningún artículo coincide. Borre el filtro.
list-states = Qué artículos
state-all = Todos
state-done = Listos
state-doubt = Dudas
state-to-do = Faltan
article-open = Abrir un artículo
