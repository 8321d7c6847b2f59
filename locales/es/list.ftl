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
list-backward = Invertir el orden
list-count = { $count } de { $total }
list-count-long = { $total ->
    [one] { $count } de { $total } artículo en la lista
   *[other] { $count } de { $total } artículos en la lista
}
list-any-label = Etiquetas
list-by-label = Con la etiqueta
list-searching = Buscando…
list-sort = Orden
sort-date = Fecha
sort-doubts = Dudas
sort-marks = Marcas
sort-name = Nombre
sort-project = En orden
sort-status = Estado
list-is-sorted = No se movió: la lista está ordenada. Elija el orden del proyecto o conserve antes este orden.
article-move-down = Bajar
article-move-up = Subir
article-open-this = Abrir
article-rename = Cambiar el nombre…
article-name-field = Nombre del artículo
article-name-save = Cambiar el nombre
article-language-title = Idioma del artículo
language-unknown = Idioma desconocido
language-other = Otro idioma…
language-tag = Etiqueta de idioma
language-tag-hint = BCP 47, como pt-BR
language-set = Fijar el idioma
language-change = { $language }. Cambiar el idioma
aloud-article-moved = { $article } es ahora { $n } de { $total }
aloud-article-named = El artículo se llama ahora { $article }
