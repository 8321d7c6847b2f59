# La línea de órdenes.
cli-cannot-read = No se puede leer { $file }: { $cause }
cli-cannot-write = No se puede escribir { $file }: { $cause }
cli-checked = { $documents ->
    [one] { $documents } documento
   *[other] { $documents } documentos
}, { $marks ->
    [one] { $marks } marca
   *[other] { $marks } marcas
}: todo en orden
cli-command-unknown = No hay ninguna orden { $command }.
cli-converted = { $file }: { $documents ->
    [one] { $documents } documento
   *[other] { $documents } documentos
}, { $marks ->
    [one] { $marks } marca
   *[other] { $marks } marcas
}
cli-format-unknown = No hay ningún formato { $format }. Se conocen: { $known }.
cli-help =
    Marca personas, organizaciones, lugares, fechas e importes en artículos.

    Uso:
      apostil extract [--to FORMATO] [--lang ETIQUETA] [--model MODELO] ARCHIVO...
      apostil convert ARCHIVO... [--from FORMATO] --to FORMATO [-o ARCHIVO]
      apostil check ARCHIVO...
      apostil stats ARCHIVO... [--csv] [-o CARPETA/]
      apostil learn PROYECTO... -o MODELO

    extract escribe lo que se sugiere para cada artículo; convert escribe artículos y
    marcas en otro formato; check dice qué está mal en ellos; stats cuenta etiquetas,
    respuestas a las sugerencias, longitudes y avance; learn escribe lo que enseñan
    las marcas revisadas y las sugerencias rechazadas, para extract --model.
    Un archivo puede ser una carpeta, un zip, o - para la entrada estándar.

    Opciones:
      --from FORMATO  el formato de la entrada; si falta, se deduce: native, jsonl,
                      json, csv, html, markdown, text
      --encoding NOMBRE
                      su codificación; si falta, se deduce: utf-8, windows-1252,
                      utf-16le, utf-16be
      --field NOMBRE  qué campo de una tabla o de un JSON tiene el texto
      --to FORMATO    el formato de la salida: native, jsonl, text
      -o ARCHIVO      dónde escribir; si falta, la salida estándar. Un nombre que termina
                      en / es una carpeta, y uno en .zip un zip: un archivo por artículo
      --csv           stats como CSV: una tabla tras otra, o con -o un archivo por tabla
      --model MODELO  lo que escribió learn: sugiere también según ello
      --strict        termina con 1 si algo se perdió
      --lang ETIQUETA el idioma de los artículos, como en o es
      --language ETIQUETA
                      el idioma de estos mensajes, en o es; si falta, el del sistema
      --help          este texto
      --version       la versión

    Código de salida: 0 bien; 1 algo se perdió con --strict, o check halló algo mal;
    2 uso incorrecto o entrada ilegible.
cli-input-missing = No se indicó ningún archivo de entrada.
cli-learned = { $file }: se aprendió de { $count ->
    [one] { $count } decisión
   *[other] { $count } decisiones
}
cli-learned-nothing = No se aprendió nada: los archivos no tienen marcas revisadas ni sugerencias rechazadas.
cli-lost = { $count ->
    [one] Se perdió { $count } cosa:
   *[other] Se perdieron { $count } cosas:
}
cli-option-bad = { $option } no admite { $value }.
cli-option-missing = Falta { $option }.
cli-option-needs-value = { $option } necesita un valor.
cli-option-unknown = No hay ninguna opción { $option }.
cli-problems = { $count ->
    [one] { $count } problema
   *[other] { $count } problemas
}
cli-strict-failed = Algo se perdió, y --strict pide que no se pierda nada.
cli-try-help = Vea apostil --help.
cli-model-damaged = { $file } está dañado: su suma de verificación no coincide. Escríbalo de nuevo con apostil learn.
cli-model-of-other-engine = { $file } proviene de otra versión del motor y no sugeriría lo mismo con esta. Escríbalo de nuevo con apostil learn.
cli-model-of-other-version = { $file } es de la versión { $version }; este Apostil lee la versión 1. Use un Apostil más reciente o escríbalo de nuevo con apostil learn.
cli-model-unknown = { $file } no es un archivo escrito por apostil learn.
cli-note = { $article }: { $note }
cli-output-is-folder = Se escribirían { $count } archivos donde { $file } es uno. Indique una carpeta, como { $file }/, o un zip.
