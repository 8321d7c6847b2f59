expression-backward = Carácter { $at }: el final de este intervalo está antes de su comienzo
expression-escape = Carácter { $at }: aquí la barra invertida no significa nada; para el signo mismo, escriba dos
expression-group-end = Carácter { $at }: este paréntesis no cierra nada; para el signo mismo, escriba \)
expression-group-open = Carácter { $at }: este paréntesis no se cierra; para el signo mismo, escriba \(
expression-kind = Carácter { $at }: no se conoce esta clase de caracteres; tras \p va L para letras, Lu para mayúsculas, Ll para minúsculas o N para números
expression-not-offered = Carácter { $at }: no se ofrece mirar alrededor, volver a un grupo ni cambiar opciones dentro
expression-nothing-to-repeat = Carácter { $at }: no hay nada delante que repetir
expression-set-open = Carácter { $at }: este corchete no se cierra; para el signo mismo, escriba \[
expression-too-large = La expresión es demasiado larga o repite demasiado
search-accept = Aceptar sugerencias
search-choose-change = Elija primero qué hacer con los resultados
search-counts = { $count ->
    [0] Sin resultados
    [one] { $count } resultado en { $articles } artículo
   *[other] { $count } resultados en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }
}
search-cut = { $count ->
    [one] En { $count } artículo la expresión tardó demasiado y se omitió el resto.
   *[other] En { $count } artículos la expresión tardó demasiado y se omitió el resto.
}
search-do = Qué hacer con los resultados
search-doubts = Sugerencias de menos de 70 %
search-expression = Expresión regular
search-field = Buscar
search-from = Puntaje desde
search-hit = Resultado { $n } de { $count }
search-hit-round = Resultado { $n } de { $count }, dando la vuelta
search-label = Etiquetar como { $label }
search-look = Solo mirar
search-most = Estos son los primeros { $count }.
search-nearest = Lo más parecido: { $words }, { $count }
search-nearest-looking = Buscando lo más parecido…
search-no-hit = No hay resultado al que ir
search-no-mark = Ninguna marca coincide.
search-no-pattern = La expresión no coincide en ninguna parte.
search-no-words = Ningún artículo contiene «{ $words }».
search-no-words-here = Este artículo no contiene «{ $words }».
search-pattern-capitals = dos palabras con mayúscula
search-pattern-day = día y mes
search-pattern-quoted = palabras entre comillas
search-pattern-start = la primera palabra de cada línea
search-progress = { $done } de { $total } artículos revisados
search-remove = Quitar marcas, rechazar sugerencias
search-stop = Detener
search-stopped = Detenido: { $done } de { $total } artículos revisados
search-teach = Escriba palabras en el campo: «bogota» también encuentra «Bogotá».
search-teach-marks = Las marcas se encuentran por etiqueta, por autor, por puntaje y por sus notas:
search-teach-patterns = Las expresiones regulares encuentran lo que tiene la misma forma:
search-title = Búsqueda
search-to = hasta
search-who = De quién
search-who-anyone = De cualquiera
search-who-engine = Sugeridas
search-who-file = De un archivo
search-who-named = { $name }
search-who-person = De usted
search-who-unnamed = De otra persona
search-within = Dónde
search-within-marks = En marcas
search-within-remarks = En notas y enlaces
search-within-text = En textos
