entities-agreeing = { $count ->
    [one] No se muestra { $count } mención que coincide.
   *[other] No se muestran { $count } menciones que coinciden.
}
entities-agreeing-hide = Ocultar las que coinciden
entities-agreeing-show = Mostrar todas: { $count }
entities-another-label = Otra etiqueta…
entities-bare = Sin marca
entities-bare-aloud = { $count } sin marca
entities-by = Las menciones forman un grupo por
entities-by-link = El mismo enlace
entities-by-loose = Sin mayúsculas ni tildes
entities-by-words = Las mismas palabras
entities-counting = Contando…
entities-counts = { $mentions ->
    [one] { $mentions } mención
   *[other] { $mentions } menciones
}
entities-filter = Filtrar grupos
entities-groups = { $count ->
    [one] { $count } grupo
   *[other] { $count } grupos
}
entities-hints = { $count ->
    [one] { $count } solo sugerida
   *[other] { $count } solo sugeridas
}
entities-in-articles = { $count ->
    [one] en { $count } artículo
   *[other] en { $count } artículos
}
entities-keys = Enter abre y cambia, Espacio marca la casilla, → muestra el artículo, las letras filtran
entities-labels = Etiquetas
entities-link = { $count ->
    [one] Enlazar { $count } mención
   *[other] Enlazar { $count } menciones
}
entities-link-all = Enlazar todas: { $count }…
entities-link-hint = Q736, https://… o un id; vacío quita los enlaces
entities-linked = { $count ->
    [one] { $count } mención enlazada
   *[other] { $count } menciones enlazadas
} con { $link } en { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}
entities-linked-already = Todas estas menciones ya tienen ese enlace
entities-links = { $count ->
    [one] { $count } enlace
   *[other] { $count } enlaces
}
entities-make = Cambiar { $count } a { $label }
entities-merge = Enlazar como una entidad
entities-mixed = Con más de una etiqueta
entities-no-link = «{ $link }» no es un enlace: escriba un número de Wikidata como Q736, una dirección con https:// o un identificador sin espacios. No se cambió nada.
entities-no-match = Ningún grupo tiene estas palabras.
entities-nothing = Aún no hay nada marcado ni sugerido.
entities-nothing-how = Aquí se reúnen las menciones de todos los artículos por sus palabras: primero lo que lleva más de una etiqueta, luego lo que está marcado en un lugar y no en otro, y después lo que solo está sugerido. Marque algunas palabras y vuelva.
entities-partly = Marcado aquí y no allá
entities-refuse = { $count ->
    [one] Rechazar { $count } sugerencia
   *[other] Rechazar { $count } sugerencias
}
entities-same = Igual en todas partes
entities-suggested = Solo sugerido por ahora
entities-ticked = { $count ->
    [one] { $count } grupo elegido
   *[other] { $count } grupos elegidos
}, { $mentions ->
    [one] { $mentions } mención
   *[other] { $mentions } menciones
}
entities-title = Entidades
entities-unlinked = { $count ->
    [one] { $count } enlace quitado
   *[other] { $count } enlaces quitados
} en { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}
entities-unlinked-yet = ninguno aún
entities-words = Palabras
