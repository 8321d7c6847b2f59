# Revisión: la cola de sugerencias dudosas, y sugerencias ocultas para medir.
aloud-both = { $first }. { $then }
batch-unread = { $count ->
    [one] Falta leer { $count } artículo.
   *[other] Falta leer { $count } artículos.
}
command-review-queue = Revisar de una en una
command-review-queue-help = Pregunta por las sugerencias dudosas de una en una, las menos seguras primero, cada una en su frase; otra vez, vuelve al artículo.
command-review-sure = Aceptar todo desde un puntaje…
command-review-sure-help = Lista las sugerencias de todos los artículos desde un puntaje, con casillas, para aceptarlas en un solo paso. El puntaje se puede cambiar ahí.
command-trial-begin = Ocultar las sugerencias en la décima parte de los artículos
command-trial-begin-help = Sortea la décima parte de los artículos y no muestra sugerencias en ellos. Las estadísticas comparan luego lo marcado con sugerencias y sin ellas.
command-trial-end = Mostrar las sugerencias en todos los artículos
command-trial-end-help = Termina la comparación: ya no se oculta ninguna sugerencia.
event-trial-begin = ocultar las sugerencias en la décima parte de los artículos
    .done = Se ocultaron las sugerencias en la décima parte de los artículos
event-trial-end = mostrar las sugerencias en todos los artículos
    .done = Se mostraron las sugerencias en todos los artículos
queue-all = Todos los artículos
queue-ask = Es { $label }
queue-back = Al artículo
queue-decide = Respuestas
queue-done = No quedan dudas. { $done ->
    [one] { $done } artículo revisado
   *[other] { $done } artículos revisados
}, { $left } por revisar
queue-edges = Límites equivocados
queue-go-on = Seguir
queue-here = Este artículo
queue-label = Etiqueta
queue-label-any = Cualquier etiqueta
queue-none = No quedan dudas. { $done ->
    [one] { $done } artículo revisado
   *[other] { $done } artículos revisados
}, { $left } por revisar.
queue-none-here = No quedan dudas en este artículo.
queue-none-of = No quedan dudas sobre { $label }.
queue-order = { $articles ->
    [one] Las menos seguras primero, de { $articles } artículo
   *[other] Las menos seguras primero, de { $articles } artículos
}
queue-place = { $n } de { $total } dudosas
queue-reading = { $count ->
    [one] Se sigue leyendo { $count } artículo
   *[other] Se siguen leyendo { $count } artículos
}
queue-reject = Nada que marcar
queue-scope = Qué se recorre
queue-show = Ver en el artículo
queue-skip = Omitir por ahora
queue-skipped = { $count ->
    [one] Ver { $count } omitida
   *[other] Ver { $count } omitidas
}
queue-something-else = Es otra cosa
queue-sure = { $count ->
    [one] Aceptar { $count } a la vez…
   *[other] Aceptar { $count } a la vez…
}
queue-sure-counts = { $here } aquí, { $all } en { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}
queue-sure-from = { $percent } % o más: { $count }
queue-sure-threshold = Sugerencias seguras
queue-title = Revisar de una en una
queue-whole = Buscar en todos los artículos
queue-why = sugerida, { $percent } %
sheet-hidden = Sugerencias ocultas aquí, para medir
trial-articles = Artículos listos
trial-begun = { $count ->
    [0] No se sorteó ningún artículo: en todos se respondió ya a alguna sugerencia. Los que se agreguen después pueden entrar.
    [one] Las sugerencias están ocultas en { $count } artículo. Márquelo a mano, indique que está listo y consulte las estadísticas.
   *[other] Las sugerencias están ocultas en { $count } artículos. Márquelos a mano, indique que están listos y consulte las estadísticas.
}
trial-counted = Sugeridas
trial-density = Marcas por 1.000 palabras
trial-ended = Las sugerencias se muestran en todos los artículos
trial-even = Nada indica que las sugerencias se acepten con demasiada facilidad.
trial-hidden = Ocultas
trial-none = Ningún artículo de aquí tiene sugerencias ocultas. Ocúltelas en la décima parte de los artículos para ver si se aceptan con demasiada facilidad.
trial-note = Una sugerencia oculta es correcta si una marca tiene exactamente sus palabras y su etiqueta; una mostrada, si se aceptó tal cual y sigue en pie. De los artículos con sugerencias ocultas no se aprende nada: la comparación parecería mejor de lo que es.
trial-precision = Correctas de las sugeridas
trial-rates = Donde las sugerencias se mostraron, se aceptó el { $accepted } % de las decididas. Donde estaban ocultas, el { $right } % de ellas coincide con una marca hecha a mano, y el { $found } % de esas marcas se habría sugerido.
trial-recall = Marcas sugeridas
trial-right = Correctas
trial-shown = Mostradas
trial-suggestions = Sugerencias
trial-title = Con sugerencias y sin ellas
trial-too-few = { $count ->
    [one] Son datos de { $count } sugerencia oculta: muy pocos para decir más.
   *[other] Son datos de { $count } sugerencias ocultas: muy pocos para decir más.
}
trial-too-ready = Donde las sugerencias se muestran se acepta más de lo que se marca por cuenta propia, y más de lo que explica el azar: tal vez se acepten con demasiada facilidad.
trial-topic = Ocultas
trial-waiting = { $count ->
    [one] { $count } artículo con sugerencias ocultas no cuenta todavía: márquelo a mano y luego indique que está listo.
   *[other] { $count } artículos con sugerencias ocultas no cuentan todavía: márquelos a mano y luego indique que están listos.
}
