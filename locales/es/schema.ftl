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
schema-group-in-use = { $count ->
    [one] { $count } artículo tiene
   *[other] { $count } artículos tienen
} { $name } y otra etiqueta del grupo { $group }. Quite antes una de las dos; no se cambió nada.
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
schema-add = Añadir
schema-added = Nuevas aquí ({ $count }):
schema-anchoring = Las selecciones toman
schema-anchoring-characters = letras
schema-anchoring-hint = Palabras enteras: lo que se barre en parte se marca entero.
schema-anchoring-tokens = palabras enteras
schema-any-label = Ninguna marcada significa cualquier etiqueta.
schema-any-text = cualquier texto
schema-arriving = De { $source }
schema-attributes = Atributos
schema-choice = uno de estos
schema-choices = Opciones, una por línea
schema-choose-file = Leer etiquetas de un archivo…
schema-choose-labels = Elegir otras etiquetas…
schema-color = Color
schema-color-hint = Se dibuja más oscuro o más claro donde hace falta para leer.
schema-color-own = otro color
schema-color-slot = Color { $count } de la paleta
schema-delete = Eliminar…
schema-delete-ask = ¿Eliminar { $name }?
schema-description = Para qué es
schema-document-labels = De artículos
schema-do-delete = Eliminar
schema-do-merge = Unir
schema-down = Bajar
schema-edit = Editar
schema-edit-labels = Editar…
schema-edit-named = Editar { $name }
schema-empty-hint = Los artículos se marcan con las 18 etiquetas de OntoNotes, o con las propias.
schema-files = Modelos y archivos
schema-filter = Filtrar por nombre
schema-flag = sí o no
schema-from = Puede partir de
schema-from-outside = Etiquetas en archivos
schema-from-outside-hint = Se leen: etiquetas guardadas aquí, annotation.conf de brat, una configuración de Label Studio, meta.json de spaCy y todo archivo de artículos con marcas. Antes de cambiar nada se muestra lo que haría.
schema-group = Grupo
schema-group-hint = Un artículo tiene como máximo una etiqueta de las del mismo grupo. Déjelo vacío si puede tener cualquier número.
schema-hidden = Dejarla tras «más», no al frente de la paleta
schema-is-hidden = tras «más»
schema-kept = Solo aquí, en uso, se quedan ({ $count }):
schema-key = Tecla
schema-kind-of = una clase de { $name }
schema-known = Ya están aquí ({ $count }):
schema-labels-with-it = Etiquetas que lo tienen
schema-marks = { $count ->
    [0] sin marcas
    [one] { $count } marca
   *[other] { $count } marcas
}
schema-merge-ask = ¿Unir { $name } a { $into }?
schema-merge-into = Unir a…
schema-name = Nombre
schema-new = Nombre de una definición nueva
schema-none = Nada aquí tiene ese nombre.
schema-overlap = Marcas que comparten palabras
schema-overlap-any = se permiten
schema-overlap-hint = Vale desde ahora; las marcas que hay se quedan.
schema-overlap-nested = una dentro de otra
schema-overlap-none = no se permiten
schema-parent = Una clase de
schema-parent-none = nada más
schema-parts = Partes del esquema
schema-presets = Modelos
schema-relations = Relaciones
schema-rules = Reglas
schema-split = Dividir…
schema-split-name = Nombre de la etiqueta nueva
schema-split-show = Elegir sus marcas
schema-suggested = Sugerencias de
schema-suggested-hint = Etiquetas del motor que se sugieren como esta, por ejemplo PERSON, separadas por comas.
schema-take-add = Añadir lo nuevo
schema-take-replace = Sustituir lo que no está en uso
schema-takes = Admite
schema-title = Etiquetas y esquema
schema-to = Puede apuntar a
schema-touches = Afecta { $marks ->
    [one] { $marks } marca
   *[other] { $marks } marcas
}, { $relations ->
    [one] { $relations } relación
   *[other] { $relations } relaciones
}, { $decisions ->
    [one] { $decisions } respuesta a una sugerencia
   *[other] { $decisions } respuestas a sugerencias
} y { $labeled ->
    [one] la etiqueta de { $labeled } artículo
   *[other] las etiquetas de { $labeled } artículos
}, en { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}. Un solo deshacer lo recupera.
schema-touches-nothing = Nada la usa. Un solo deshacer lo recupera.
schema-unused = Solo aquí, sin uso ({ $count }):
schema-up = Subir
