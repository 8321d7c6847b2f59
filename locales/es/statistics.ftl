# Estadísticas: el diálogo, sus tablas y gráficos, y lo que de ellas imprime la línea de órdenes.
statistics-accept-rate = Aceptadas de las decididas
statistics-accepted = Aceptadas
statistics-all = Todo
statistics-answers = Respuestas a las sugerencias
statistics-article = Artículo
statistics-at-least = Como mínimo
statistics-at-most = Como máximo
statistics-at-once = { $count ->
    [one] { $count } marca se hizo o respondió junto con otras y no tiene tiempo propio.
   *[other] { $count } marcas se hicieron o respondieron varias a la vez y no tienen tiempo propio.
}
statistics-band = { $from } a { $to }
statistics-bounds-note = «Acertadas» es la parte que se aceptó tal como estaba. Su valor verdadero está entre los dos últimos números 95 veces de 100. Una sugerencia con puntaje 0.90 debería acertar nueve veces de diez: entonces su punto queda sobre la diagonal.
statistics-by-article = Por artículo
statistics-characters = Caracteres
statistics-characters-lower = Caracteres, primer cuartil
statistics-characters-median = Caracteres, mediana
statistics-characters-most = Caracteres, máximo
statistics-characters-upper = Caracteres, tercer cuartil
statistics-chart-bars = Barras, una por etiqueta. La tabla tiene los números.
statistics-chart-histogram = Columnas: cuántos hay de cada tamaño. { $unit }. La tabla los resume.
statistics-chart-reliability = Una curva: la parte de las sugerencias que acertó, según su puntaje. La tabla tiene los números.
statistics-confirmed = Confirmadas
statistics-copied = { $name }: la tabla se copió como CSV.
statistics-copy = Copiar como CSV
statistics-copy-failed = El navegador no permitió copiar la tabla. Guárdela en un archivo.
statistics-corrected = Corregidas
statistics-decided = Decididas
statistics-done = Listo
statistics-in-articles = En artículos
statistics-label = Etiqueta
statistics-labels = Etiquetas
statistics-lengths = Longitudes
statistics-lower-seconds = Primer cuartil, segundos
statistics-marks = Marcas
statistics-marks-an-article = Marcas por artículo
statistics-mean-score = Puntaje medio
statistics-median-seconds = Mediana, segundos
statistics-minutes = En total, minutos
statistics-moved = Límites movidos
statistics-no-history = Un archivo no dice cuándo se hicieron sus marcas, así que aquí no hay tiempos.
statistics-nothing = Todavía no hay nada que contar aquí. Marque palabras o responda a una sugerencia.
statistics-progress = Avance
statistics-rate-note = Cuenta lo que está ahora. Una sugerencia omitida no está decidida y no entra en la proporción.
statistics-rejected = Rechazadas
statistics-relabeled = Con otra etiqueta
statistics-reviewed = Revisado
statistics-right = Acertadas
statistics-save = Guardar como CSV
statistics-score = Puntaje
statistics-scores = Los puntajes y lo que resultó
statistics-seconds-a-mark = Segundos por marca
statistics-skipped = Omitidas
statistics-suggested = Sugeridas
statistics-suggestions = Sugerencias
statistics-time = Tiempo
statistics-time-by-article = Tiempo por marca, según el artículo
statistics-time-by-label = Tiempo por marca, según la etiqueta
statistics-time-note = { $count ->
    [0] El tiempo de una marca es lo que pasó desde el paso anterior, sumado sobre todos sus pasos. Una pausa cuenta como { $limit } segundos; no hubo ninguna.
    [one] El tiempo de una marca es lo que pasó desde el paso anterior, sumado sobre todos sus pasos. Una pausa cuenta como { $limit } segundos: { $count } paso vino después de una.
   *[other] El tiempo de una marca es lo que pasó desde el paso anterior, sumado sobre todos sus pasos. Una pausa cuenta como { $limit } segundos: { $count } pasos vinieron después de una.
}
statistics-timed = Marcas medidas
statistics-title = Estadísticas
statistics-topics = Qué mostrar
statistics-upper-seconds = Tercer cuartil, segundos
statistics-words = Palabras
statistics-words-a-mark = Palabras por marca
statistics-words-an-article = Palabras por artículo
statistics-words-lower = Palabras, primer cuartil
statistics-words-median = Palabras, mediana
statistics-words-most = Palabras, máximo
statistics-words-upper = Palabras, tercer cuartil
statistics-yes = sí
statistics-added = Añadidas a mano
statistics-corrections = Correcciones según su tipo
statistics-corrections-note = Cuenta lo que está ahora. De una sugerencia que pasó a ser una marca con otra etiqueta y otros límites cuentan ambas cosas; Quitadas son las marcas que estaban y ya no están; un archivo no las distingue de las rechazadas. Añadido a mano es lo que nada sugirió.
statistics-elsewhere = Todo lo demás: otros artículos, varios a la vez, etiquetas
statistics-mean-seconds = Media, segundos
statistics-removed = Quitadas
statistics-steps = Pasos
statistics-work = Tiempo de todo el trabajo, según el artículo
statistics-work-note = El tiempo de un paso es lo que pasó desde el anterior. Una pausa cuenta como { $limit } segundos a lo sumo. Los pasos deshechos o apartados también cuentan.
