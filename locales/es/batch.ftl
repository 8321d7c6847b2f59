batch-accents = Mismos acentos
batch-accept = { $count ->
    [one] Aceptar { $count } sugerencia
   *[other] Aceptar { $count } sugerencias
}
batch-agreeing = { $count ->
    [one] { $count } ya está así
   *[other] { $count } ya están así
}
batch-aliases = Apellidos y siglas
batch-all = Todos los lugares
batch-applied = { $count ->
    [one] { $count } lugar cambiado
   *[other] { $count } lugares cambiados
} en { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}
batch-around = alrededor
batch-bare = sin marca
batch-case = Mismas mayúsculas
batch-conflicts = { $count ->
    [0] Un solo deshacer lo revierte todo.
    [one] { $count } conflicto queda como está. Un solo deshacer revierte los { $ticked }.
   *[other] { $count } conflictos quedan como están. Un solo deshacer revierte los { $ticked }.
}
batch-counts = Las mismas palabras: { $here } aquí, { $all } en { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}
batch-empty = Ningún otro lugar coincide.
batch-enter = para revisarlos
batch-everywhere = Todos los artículos
batch-filter = Filtrar lugares
batch-forms = Otras formas
batch-from-file = de un archivo
batch-go = Mostrarlo en su artículo
batch-here = Este artículo
batch-in-title = título
batch-label = Etiquetar { $count } como { $label }
batch-left = visto, sin marcar
batch-left-out = { $count ->
    [one] { $count } lugar quedó como estaba: en este proyecto sus palabras no pueden marcarse dos veces.
   *[other] { $count } lugares quedaron como estaban: en este proyecto sus palabras no pueden marcarse dos veces.
}
batch-link = Enlazar { $count } con { $link }
batch-looking = Buscando…
batch-marked = dicho por usted
batch-not-now = Ahora no
batch-only-conflicts = Conflictos
batch-only-here = Solo este artículo
batch-others = { $count ->
    [one] { $count } artículo más
   *[other] { $count } artículos más
}
batch-places = Lugares
batch-refused = rechazado por usted
batch-remove = Quitar { $count }
batch-shared = en parte de esto o más
batch-suggested = sugerido { $percent } %
batch-sure = Sugerencias desde { $percent } %
batch-ticked = { $count }, de ellos { $ticked } señalados
batch-title = Las mismas palabras en otras partes
batch-unticked = Sin señalar
batch-which = Qué lugares
batch-whole = Palabras enteras
nothing-ticked = No hay nada señalado
nothing-to-repeat = No hay ninguna marca elegida cuyas palabras se puedan buscar
