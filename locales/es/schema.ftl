# Etiquetas y todo lo que define un esquema.
preset-ace = ACE 2005 (7 etiquetas, 6 relaciones)
preset-conll = CoNLL-2003 (4 etiquetas)
preset-ontonotes = OntoNotes 5 (18 etiquetas)
schema-bad-line = { $file }, línea { $line }: { $cause } No se tomó nada del archivo.
schema-deleted = Se eliminó: { $name }, { $marks ->
    [one] { $marks } marca
   *[other] { $marks } marcas
}, { $relations ->
    [one] { $relations } relación
   *[other] { $relations } relaciones
}, en { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}
schema-from-file = el archivo { $file }
schema-key-none = Un espacio no puede ser la tecla de una etiqueta.
schema-key-of-command = { $key } ya significa «{ $command }». Elija otra tecla, o dé otra a la orden en Teclas.
schema-key-of-label = { $key } es la tecla de { $label }. Elija otra, o quítesela antes a { $label }.
schema-left-out = { $file }, línea { $line }: se omitió: { $what }
schema-merged = { $name } ahora es { $into }: { $marks ->
    [one] { $marks } marca
   *[other] { $marks } marcas
} en { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}
schema-more-problems = { $count ->
    [one] Se omitió { $count } línea más.
   *[other] Se omitieron { $count } líneas más.
}
schema-name-empty = Un nombre no puede quedar vacío. Sigue el anterior.
schema-name-long = Un nombre tiene hasta { $limit } caracteres, en una línea. Sigue el anterior.
schema-name-taken = Ya hay { $name }. Para hacer una de las dos, use «Unir».
schema-no-argument = falta { $name }.
schema-no-colon = debería haber dos puntos en «{ $words }».
schema-no-section = está antes de la primera sección, como [entities].
schema-no-value = { $name } no tiene valor (value).
schema-not-merged = { $name } y { $into } no pueden unirse: no admiten lo mismo.
schema-nothing = No se hallaron etiquetas en { $file }. No se cambió nada.
schema-open-section = el nombre de una sección termina en ].
schema-parent-loop = { $name } no puede ser una clase de sí misma ni de lo que es una clase de ella.
schema-part-left-out = { $file }: se omitieron { $count ->
    [one] { $count } etiqueta
   *[other] { $count } etiquetas
} de «{ $part }»: no marcan palabras.
schema-saved = Etiquetas guardadas: { $file }
schema-spacy-config = { $file } es una configuración de spaCy, que no contiene etiquetas. Están en meta.json de un modelo entrenado, o en labels/ner.json.
schema-taken = { $count ->
    [0] Se tomó. No había nada nuevo.
    [one] Se tomó: { $count } definición es nueva.
   *[other] Se tomó: { $count } definiciones son nuevas.
}
schema-twice = { $name } está dos veces.
schema-unknown-field = No se entendió y se omitió: { $place }
schema-values-in-use = { $count ->
    [one] { $count } valor
   *[other] { $count } valores distintos
} de { $name } no cabrían. Elimine el atributo y defínalo de nuevo, o déjelo como está.
xml-cut = una parte del XML no termina.
xml-entity = un & no inicia una entidad como &amp;.
xml-no-end = <{ $name }> no se cierra.
xml-no-name = ahí debería haber un nombre.
xml-no-value = { $name } necesita un valor entre comillas.
xml-stray-end = </{ $name }> cierra lo que no está abierto.
