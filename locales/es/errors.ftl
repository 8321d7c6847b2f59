# Qué pasó, qué está a salvo, qué hacer: en este orden.
article-name-taken = { $file } trae otro texto con el nombre { $name }. Se añadió con un nombre nuevo, y el que ya estaba no cambió.
article-duplicate = No se añadió { $file }. El mismo texto ya está aquí como { $article }, con sus marcas.
export-failed = No se escribió { $file }. Su trabajo no cambió. Pruebe otra vez, o exporte en otro formato.
export-read-back-failed = No se escribió { $file }: al volver a leerlo, { $article } no era igual que en la página. Su trabajo no cambió. Guarde en un archivo e informe de este error.
file-byte-order-mark = { $file } empezaba con una marca de orden de bytes. No es parte del texto y se dejó fuera.
field-not-plain = No se añadió { $file }. ¿Cuál de sus campos tiene el texto? Tiene { $fields }. El archivo no se modificó. Indique uno de ellos.
file-encoding = { $file } se leyó como { $encoding }. Si se ven letras extrañas, léalo de nuevo con otra codificación.
file-replaced = { $count ->
    [one] { $file } se leyó como { $encoding }. { $count } lugar no lo es, el primero en la línea { $line }; se ve como �.
   *[other] { $file } se leyó como { $encoding }. { $count } lugares no lo son, el primero en la línea { $line }; se ven como �.
}
file-nothing-inside = No se añadió { $file }. Está bien formado, pero no contiene ningún artículo. El archivo no se modificó.
file-refused-binary = No se añadió { $file }. No es texto: el byte { $byte } no aparece en ningún texto. El archivo no se modificó. Guárdelo como texto sin formato y añada ese.
file-refused-empty = No se añadió { $file }. Está vacío.
file-refused-long = No se añadió { $file }. Mide { $size } MiB, y en un artículo caben { $limit } MiB como máximo. El archivo no se modificó. Divídalo y añada las partes.
file-unreadable = No se añadió { $file }. El navegador no pudo leerlo. El archivo no se modificó. Elíjalo otra vez.
format-unknown = No se añadió { $file }. Apostil no lee ese formato. El archivo no se modificó.
json-broken = No se añadió { $file }. Su JSON se interrumpe en la línea { $line }, columna { $column }: { $cause }. El archivo no se modificó.
json-cause-colon = faltan dos puntos después de un nombre
json-cause-comma = falta una coma o un corchete de cierre
json-cause-control = hay un salto de línea u otro carácter de control entre comillas
json-cause-end = termina antes de tiempo
json-cause-escape = una barra invertida no forma ningún escape
json-cause-half = un escape representa medio carácter
json-cause-loose-comma = no hay nada después de una coma
json-cause-name = un nombre no está entre comillas
json-cause-number = un número está mal escrito o es demasiado grande
json-cause-other = lo que sigue no es JSON
json-cause-rest = hay algo después del final
json-cause-value = no hay ningún valor; NaN o None no lo son en JSON
json-field-twice = No se añadió { $file }. Un objeto tiene dos veces el campo { $field }, y uno de los dos se perdería. El archivo no se modificó.
quote-open = No se añadió { $file }. Las comillas que se abren en la línea { $line } no se cierran. El archivo no se modificó.
row-long = No se añadió { $file }. La fila tiene { $found } campos y la tabla { $columns ->
    [one] { $columns } columna
   *[other] { $columns } columnas
}. El archivo no se modificó.
json-shape = No se añadió { $file }. En { $place } debería haber { $expected }. El archivo no se modificó.
json-too-deep = No se añadió { $file }. Tiene más de { $limit } niveles de anidación. El archivo no se modificó.
label-added = { $file } usa la etiqueta { $label }, que este proyecto no tenía. Se añadió la etiqueta.
mark-outside-text = { $file }, { $place }: la marca { $start }–{ $end } se dejó fuera, pues el texto tiene { $length } caracteres. Lo demás se añadió.
mark-quote-differs = { $file }, { $place }: la marca se dejó fuera. Cita «{ $quoted }», pero el texto dice ahí «{ $found }». Lo demás se añadió.
nothing-to-import = No se añadió nada. No había ningún archivo ni texto en lo que se soltó. Suelte archivos, o pulse Elegir archivos.
tab-read-only = Esta pestaña es de solo lectura: el proyecto está abierto en otra. No se cambió nada. Siga en aquella, o tome el control aquí.
storage-damaged = { $count ->
    [one] { $count } cambio almacenado en el navegador no se pudo leer y quedó fuera. Todo lo anterior está aquí. Guarde en un archivo.
   *[other] { $count } cambios almacenados en el navegador no se pudieron leer y quedaron fuera. Todo lo anterior está aquí. Guarde en un archivo.
}
storage-failed = { $count ->
    [one] Sin guardar: { $cause }. Su último cambio está solo en esta página. Guarde en un archivo.
   *[other] Sin guardar: { $cause }. Sus { $count } últimos cambios están solo en esta página. Guarde en un archivo.
}
storage-full = { $count ->
    [one] Sin guardar: no queda espacio en el navegador. Su último cambio está solo en esta página. Guarde en un archivo.
   *[other] Sin guardar: no queda espacio en el navegador. Sus { $count } últimos cambios están solo en esta página. Guarde en un archivo.
}
storage-none = Este navegador no conserva nada de esta página. Su trabajo está solo en esta página hasta que lo guarde en un archivo.
storage-save-to-file = Guardar en un archivo
tab-second = Este proyecto está abierto en otra pestaña, que sigue guardando. Esta solo lo muestra. Para trabajar aquí, tome el control.
tab-take-over = Tomar el control aquí
tab-taken-over = { $count ->
    [0] Otra pestaña tomó el control de este proyecto. Todo su trabajo está guardado. Siga en aquella, o tome el control aquí.
    [one] Otra pestaña tomó el control de este proyecto. Su último cambio está solo en esta página. Guárdelo en un archivo.
   *[other] Otra pestaña tomó el control de este proyecto. Sus { $count } últimos cambios están solo en esta página. Guárdelos en un archivo.
}
version-newer = No se añadió { $file }. Es de la versión { $found }, y esta página lee hasta la versión { $known }. El archivo no se modificó. Ábralo en un Apostil más nuevo.
worker-failed = Las sugerencias se detuvieron: { $cause }. Sus marcas están a salvo, y puede seguir a mano. Recargue para tener sugerencias otra vez.
edit-bad-article = No se cambió nada: { $article } no está en el proyecto, o ya estaba.
edit-bad-range = No se cambió nada: { $start }–{ $end } no es un lugar de este texto.
edit-bad-schema = No se cambió nada: una etiqueta falta o todavía se usa.
edit-loose-relation = No se cambió nada: una relación perdería uno de sus extremos.
edit-not-loaded = No se cambió nada: { $article } aún se está abriendo. Pruebe otra vez en un momento.
edit-refused = No se cambió nada: el cambio no encaja en el proyecto. Su trabajo sigue igual. Recargue la página y pruebe otra vez.
mark-overlaps = Sin marcar: las palabras se cruzan con «{ $words }», { $label }, y este proyecto no lo permite. Elija otras palabras, o quite esa marca.
file-refused-kind = No se añadió { $file }. No es texto, sino { $kind }. El archivo no se modificó. Guárdelo como texto sin formato y añada ese.
file-refused-zip = No se añadió { $file }. El zip está dañado. El archivo no se modificó. Consígalo de nuevo, o añada lo que contiene.
expected-color = un color como #3355aa
expected-flag = true o false
expected-id = un identificador de Apostil que no se repita
expected-known = un nombre conocido allí
expected-list = una lista
expected-number = un número entero, o una puntuación de 0 a 1
expected-object = un objeto
expected-text = un texto
lists-unreadable = No se pudieron cargar las listas de nombres, así que se sugieren menos nombres. Todo lo demás funciona. Vuelva a cargar la página para intentarlo otra vez.
model-damaged = El modelo entrenado está dañado y no se usó, así que se pierden o se confunden más nombres. Las reglas, las listas y su trabajo siguen igual. Vuelva a cargar la página, o consiga Apostil de nuevo.
model-missing = No se pudo cargar el modelo entrenado, así que se pierden o se confunden más nombres. Las reglas, las listas y su trabajo siguen igual. Revise la conexión y vuelva a cargar la página.
model-other-version = El modelo entrenado es de otra versión de Apostil y no se usó, así que se pierden o se confunden más nombres. Las reglas, las listas y su trabajo siguen igual. Vuelva a cargar la página para obtener la que le corresponde.
line-broken = { $file }: la línea se dejó fuera. Su JSON se interrumpe en la columna { $column }: { $cause }. Lo demás se añadió.
part-left-out = { $file }, { $place }: se dejó fuera, pues allí debería haber { $expected }. Lo demás se añadió.
suggestions-apart = { $count ->
    [one] { $file }: { $count } sugerencia se guarda aparte como trabajo de un modelo, sin su puntuación.
   *[other] { $file }: { $count } sugerencias se guardan aparte como trabajo de un modelo, sin sus puntuaciones.
}
text-changed = { $file }: alguien cambió el texto de { $article } después de escrito el archivo. Solo se tomaron las marcas cuyas palabras aún coinciden.
check-blank = { $article }: «{ $words }», { $label }, empieza o termina con un espacio.
check-byte-order-mark = { $article }: el texto empieza con una marca de orden de bytes. Otros programas pueden contarla de otro modo.
check-carriage-returns = { $count ->
    [one] { $article }: el texto tiene { $count } retorno de carro. Los programas que lo omiten cuentan de otro modo.
   *[other] { $article }: el texto tiene { $count } retornos de carro. Los programas que los omiten cuentan de otro modo.
}
check-duplicate = { $article }: «{ $words }» está marcado { $label } dos veces.
check-empty = { $article }: el artículo no tiene palabras.
check-grapheme = { $article }: «{ $words }», { $label }, corta lo que se lee como un solo carácter.
check-label-unknown = { $article }: la marca { $start }–{ $end } tiene una etiqueta que el proyecto no tiene.
check-outside = { $article }: { $start }–{ $end } no es un lugar del texto.
check-relation-loose = { $article }: una relación { $label } perdió uno de sus extremos o su etiqueta.
cause-closed = el navegador cerró el almacenamiento
cause-refused = el navegador se negó a escribir
cause-slow = el navegador no respondió a tiempo
storage-lost = { $count ->
    [one] Este navegador eliminó el proyecto que guardaba para esta página. Lo que está en sus archivos está a salvo. Añada el último archivo para continuar.
   *[other] Este navegador eliminó los { $count } proyectos que guardaba para esta página. Lo que está en sus archivos está a salvo. Añada el último archivo para continuar.
}
storage-newer = Lo que guarda este navegador lo escribió una versión más nueva de Apostil y no se modificó. Lo que haga aquí está solo en esta página. Abra la versión más nueva.
storage-unreadable = No se pudo leer lo que guarda este navegador, y no se modificó. Lo que haga aquí está solo en esta página. Use Guardar todo en la página de rescate.
zip-encrypted = No se añadió { $file }. Está protegido con contraseña. El zip no se modificó. Descomprímalo y añada lo que salga.
zip-growth = No se añadió { $file }. Mide más de 100 veces lo que comprimido, como los archivos hechos para llenar la memoria. El zip no se modificó. Si confía en él, descomprímalo y añada el archivo.
zip-inside = No se añadió { $file }. Un zip dentro de otro no se abre. El zip no se modificó. Descomprímalo y añada el de dentro.
zip-link = No se añadió { $file }. Es solo un enlace a otro archivo. Añada ese archivo.
zip-long = No se añadieron { $file } ni lo que sigue en el zip. Un zip puede contener { $limit } MiB como máximo. Lo anterior sí se añadió. Descomprímalo y añada el resto por partes.
zip-many = No se añadió { $file }. Contiene { $found } archivos, y un zip puede contener { $limit } como máximo. El zip no se modificó. Descomprímalo y añada los archivos por partes.
zip-method = No se añadió { $file }. Está comprimido con el método { $method }, que Apostil no conoce. El zip no se modificó. Descomprímalo y añada lo que salga.
zip-overlap = No se añadió { $file }. Contiene archivos superpuestos, como los zip hechos para llenar la memoria. No se descomprimió nada.
