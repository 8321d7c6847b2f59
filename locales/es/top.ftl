# La barra superior y el nombre de la página.
app-name = Apostil
article-position = { $n } de { $total }
close = Cerrar
commands = Órdenes
language-switch = Idioma: español. Switch to English
page-title = { $article } – { $project } – Apostil
project-untitled = Proyecto sin nombre
nothing-to-redo = Nada que rehacer
redo-what = Rehacer: { $what }
region-inspector = Panel de marcas
region-list = Lista de artículos
region-status = Estado
region-top = Barra superior
sentences-reviewed = { $total ->
    [one] { $done } de { $total } frase
   *[other] { $done } de { $total } frases
}
sentences-reviewed-long = { $total ->
    [one] { $done } de { $total } frase de este artículo revisada
   *[other] { $done } de { $total } frases de este artículo revisadas
}
theme-dark = Tema: oscuro
theme-light = Tema: claro
theme-system = Tema: el del sistema
nothing-to-undo = Nada que deshacer
undo-what = Deshacer: { $what }
