# Qué se dice de cada formato, y qué no cabe en alguno.
format-csv = Tabla
format-csv-help = CSV o TSV: una fila por artículo; las demás columnas se conservan.
format-html = Página web
format-html-help = Sus palabras, párrafo por párrafo, con título, autor y fecha.
format-json = Registros JSON
format-json-help = Una lista de registros de otro programa; los demás campos se conservan.
format-jsonl = JSON por líneas
format-jsonl-help = Una línea por artículo: su texto y sus marcas, para programas.
format-markdown = Texto Markdown
format-markdown-help = Sus palabras tal como están escritas, con las marcas de formato.
format-native = Proyecto de Apostil
format-native-help = Todo: textos, marcas, decisiones, lo revisado, etiquetas. Apostil lo vuelve a abrir.
format-text = Texto sin formato
format-text-help = Solo las palabras.
loss-article-labels = { $count ->
    [one] { $count } etiqueta de artículo
   *[other] { $count } etiquetas de artículo
}
loss-articles = { $count ->
    [one] { $count } artículo
   *[other] { $count } artículos
}
loss-attributes = { $count ->
    [one] { $count } atributo
   *[other] { $count } atributos
}
loss-decisions = { $count ->
    [one] { $count } decisión
   *[other] { $count } decisiones
}
loss-definitions = { $count ->
    [one] { $count } definición de etiqueta
   *[other] { $count } definiciones de etiquetas
}
loss-ids = { $count ->
    [one] { $count } identificador de artículo
   *[other] { $count } identificadores de artículos
}
loss-languages = { $count ->
    [one] { $count } idioma de un artículo
   *[other] { $count } idiomas de artículos
}
loss-links = { $count ->
    [one] { $count } enlace
   *[other] { $count } enlaces
}
loss-marks = { $count ->
    [one] { $count } marca
   *[other] { $count } marcas
}
loss-meta = { $count ->
    [one] { $count } campo de otro programa
   *[other] { $count } campos de otros programas
}
loss-names = { $count ->
    [one] { $count } nombre de artículo
   *[other] { $count } nombres de artículos
}
loss-notes = { $count ->
    [one] { $count } nota
   *[other] { $count } notas
}
loss-provenance = { $count ->
    [one] { $count } origen de una marca
   *[other] { $count } orígenes de marcas
}
loss-relations = { $count ->
    [one] { $count } relación
   *[other] { $count } relaciones
}
loss-reviewed = { $count ->
    [one] { $count } tramo revisado
   *[other] { $count } tramos revisados
}
loss-status = { $count ->
    [one] { $count } estado de un artículo
   *[other] { $count } estados de artículos
}
loss-suggestions = { $count ->
    [one] { $count } sugerencia
   *[other] { $count } sugerencias
}
loss-tracks = { $count ->
    [one] { $count } trabajo de otro autor
   *[other] { $count } trabajos de otros autores
}
thing-article-labels = Etiquetas de artículos
thing-articles = Artículos
thing-attributes = Atributos
thing-decisions = Decisiones sobre sugerencias
thing-definitions = Definiciones de etiquetas
thing-ids = Identificadores de artículos
thing-languages = Idiomas
thing-links = Enlaces
thing-marks = Marcas
thing-meta = Campos de otros programas
thing-names = Nombres de artículos
thing-notes = Notas
thing-provenance = Orígenes de las marcas
thing-relations = Relaciones
thing-reviewed = Tramos revisados
thing-status = Estado de los artículos
thing-suggestions = Sugerencias abiertas
thing-tracks = Trabajo de varios autores
