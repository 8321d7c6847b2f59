# Qué se dice de cada formato, y qué no cabe en alguno.
format-jsonl = JSON por líneas
format-jsonl-help = Una línea por artículo: su texto y sus marcas, para programas.
format-native = Proyecto de Apostil
format-native-help = Todo: textos, marcas, decisiones, lo revisado, etiquetas. Apostil lo vuelve a abrir.
format-text = Texto sin formato
format-text-help = Solo las palabras.
loss-decisions = { $count ->
    [one] { $count } decisión
   *[other] { $count } decisiones
}
loss-links = { $count ->
    [one] { $count } enlace
   *[other] { $count } enlaces
}
loss-marks = { $count ->
    [one] { $count } marca
   *[other] { $count } marcas
}
loss-notes = { $count ->
    [one] { $count } nota
   *[other] { $count } notas
}
loss-relations = { $count ->
    [one] { $count } relación
   *[other] { $count } relaciones
}
loss-reviewed = { $count ->
    [one] { $count } tramo revisado
   *[other] { $count } tramos revisados
}
