# La barra de estado, lo que se deshace, el guardado.
changes-not-in-file = { $count ->
    [one] { $count } cambio en ningún archivo
   *[other] { $count } cambios en ningún archivo
}
event-accept = aceptar «{ $words }» como { $label }
    .done = Se aceptó «{ $words }» como { $label }
event-accept-many = { $count ->
    [one] aceptar { $count } sugerencia
   *[other] aceptar { $count } sugerencias
}
    .done = { $count ->
        [one] Se aceptó { $count } sugerencia
       *[other] Se aceptaron { $count } sugerencias
    }
event-article-done = marcar { $article } como listo
    .done = Se marcó { $article } como listo
event-article-finish = { $count ->
    [0] marcar { $article } como listo
    [one] aceptar { $count } sugerencia y marcar { $article } como listo
   *[other] aceptar { $count } sugerencias y marcar { $article } como listo
}
    .done = { $count ->
        [0] Se marcó { $article } como listo
        [one] Se aceptó { $count } sugerencia y se marcó { $article } como listo
       *[other] Se aceptaron { $count } sugerencias y se marcó { $article } como listo
    }
event-article-remove = quitar { $article }
    .done = Se quitó { $article }
event-article-reopen = dejar { $article } pendiente otra vez
    .done = Se dejó { $article } pendiente otra vez
event-batch-label = { $count ->
    [one] etiquetar { $count } lugar
   *[other] etiquetar { $count } lugares
} en { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
} como { $label }
    .done = { $count ->
        [one] Se etiquetó { $count } lugar
       *[other] Se etiquetaron { $count } lugares
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    } como { $label }
event-batch-remove = quitar { $count ->
    [one] { $count } etiqueta
   *[other] { $count } etiquetas
} en { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}
    .done = { $count ->
        [one] Se quitó { $count } etiqueta
       *[other] Se quitaron { $count } etiquetas
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }
event-describe = describir una etiqueta
    .done = Se describió una etiqueta
event-guidelines = escribir la guía de etiquetado
    .done = Se escribió la guía de etiquetado
event-other = cambio
    .done = Se cambió algo
event-attribute = atributo de «{ $words }»
    .done = Se puso un atributo a «{ $words }»
event-edges = mover los bordes de «{ $words }»
    .done = Se movieron los bordes de «{ $words }»
event-import = { $count ->
    [one] añadir { $count } artículo
   *[other] añadir { $count } artículos
}
    .done = { $count ->
        [one] Se añadió { $count } artículo
       *[other] Se añadieron { $count } artículos
    }
event-label = etiquetar «{ $words }» como { $label }
    .done = Se etiquetó «{ $words }» como { $label }
event-label-many = { $count ->
    [one] etiquetar { $count } lugar como { $label }
   *[other] etiquetar { $count } lugares como { $label }
}
    .done = { $count ->
        [one] Se etiquetó { $count } lugar como { $label }
       *[other] Se etiquetaron { $count } lugares como { $label }
    }
event-link = cambiar el enlace de «{ $words }»
    .done = Se cambió el enlace de «{ $words }»
event-link-many = enlazar { $count ->
    [one] { $count } mención
   *[other] { $count } menciones
} en { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}
    .done = { $count ->
        [one] Se enlazó { $count } mención
       *[other] Se enlazaron { $count } menciones
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }
event-note = cambiar la nota de «{ $words }»
    .done = Se cambió la nota de «{ $words }»
event-reject = rechazar «{ $words }» como { $label }
    .done = Se rechazó «{ $words }» como { $label }
event-relabel = cambiar «{ $words }» a { $label }
    .done = Se cambió «{ $words }» a { $label }
event-remove = quitar { $label } de «{ $words }»
    .done = Se quitó { $label } de «{ $words }»
event-skip = omitir «{ $words }»
    .done = Se omitió «{ $words }»
model-loading = Cargando el modelo: { $read } de { $total } kB
model-loading-some = Cargando el modelo: { $read } kB
model-unpacking = Desempaquetando el modelo: { $percent } %
not-saved = Sin guardar
offsets-at = { $start }–{ $end } · ¶{ $paragraph }
offsets-at-title = { $start }–{ $end } · título
page-renewed = Hay una versión nueva de Apostil. Se usará cuando la página se vuelva a cargar; su trabajo queda como está.
read-only = Solo lectura
redone = Rehecho: { $what }
requests-since-load = { $count ->
    [one] { $count } petición desde la carga
   *[other] { $count } peticiones desde la carga
}
reviewed-of = { $done } de { $total } revisados
saved = Guardado
saving = Guardando…
undone = Deshecho: { $what }
event-article-language = cambiar el idioma de { $article }
    .done = Se cambió el idioma de { $article }
event-article-move = mover un artículo
    .done = Se movió un artículo
event-article-name = cambiar el nombre de { $article }
    .done = Se cambió el nombre de { $article }
event-article-order = ordenar los artículos
    .done = Se ordenaron los artículos
event-project-name = cambiar el nombre del proyecto
    .done = Se cambió el nombre del proyecto
event-name-list-add = añadir una lista de nombres
    .done = Se añadió una lista de nombres
event-name-list-remove = quitar una lista de nombres
    .done = Se quitó una lista de nombres
event-schema-add = definir { $name }
    .done = Se definió { $name }
event-schema-define = cambiar lo que es { $name }
    .done = Se cambió lo que es { $name }
event-schema-delete = eliminar { $name }
    .done = Se eliminó { $name }
event-schema-merge = unir { $name } a otra
    .done = Se unió { $name } a otra
event-schema-order = reordenar las etiquetas
    .done = Se reordenaron las etiquetas
event-schema-rename = cambiar el nombre de { $old } a { $name }
    .done = Se cambió el nombre de { $old } a { $name }
event-schema-rules = cambiar las reglas de las marcas
    .done = Se cambiaron las reglas de las marcas
event-schema-take = tomar etiquetas de fuera
    .done = Se tomaron etiquetas de fuera
