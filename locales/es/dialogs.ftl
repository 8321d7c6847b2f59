# Órdenes, teclas, importar, exportar.
export-articles = { $count ->
    [one] Se escribirá { $count } artículo
   *[other] Se escribirán { $count } artículos
}
export-checked = Después de escribirlo, el archivo se vuelve a leer y se compara con la página.
export-fits = Cabe todo.
export-format = Formato
export-keeps-all = Conserva todo
export-keeps-less = Para otros programas
export-layout = Archivos
export-layout-folder = Un archivo por artículo, en un zip
export-layout-one = Un solo archivo
export-losses = { $count ->
    [one] { $count } cosa no cabe en { $format }.
   *[other] { $count } cosas no caben en { $format }.
}
export-nothing = No hay ningún artículo así. Elija otros.
export-receipt = { $file } está escrito y se volvió a leer sin ninguna diferencia: { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}, { $marks ->
    [one] { $marks } marca
   *[other] { $marks } marcas
}.
export-scope = Qué artículos
export-scope-all = Todos: { $count }
export-scope-chosen = { $count ->
    [one] { $count } elegido
   *[other] { $count } elegidos
}
export-scope-done = { $count ->
    [one] { $count } listo
   *[other] { $count } listos
}
export-scope-this = Este artículo
export-suggestions = { $count ->
    [one] Incluir { $count } sugerencia que nadie ha decidido
   *[other] Incluir { $count } sugerencias que nadie ha decidido
}
export-suggestions-hint = Se escriben como sugerencias, nunca como trabajo suyo.
export-title = Exportar
export-write = Escribir el archivo
import-added = Añadidos
import-all-in = { $count ->
    [one] El artículo se añadió
   *[other] Se añadieron los { $count } artículos
}
import-canceled = No se añadió nada. El proyecto sigue como estaba.
import-original-gone = { $article } no se leyó de nuevo: su archivo ya no está a mano. El artículo no cambió. Quítelo y añada el archivo otra vez.
import-read-again = { $article } se leyó de nuevo como { $encoding }.
import-running = Todavía se leen otros archivos. Espere a que terminen, o cancele.
import-worked-on = { $article } no se leyó de nuevo, pues se perdería el trabajo hecho en él. El artículo no cambió. Añada el archivo otra vez aparte.
import-none-in = { $count ->
    [one] El archivo no se añadió
   *[other] No se añadió ninguno de los { $count } archivos
}
import-notes = { $count ->
    [one] { $count } observación
   *[other] { $count } observaciones
}
import-saved-undo = { $count ->
    [one] Guardado. Con deshacer una vez se quita.
   *[other] Guardado. Con deshacer una vez se quitan los { $count }.
}
import-some-in = { $added ->
    [one] Se añadió
   *[other] Se añadieron
} { $added } de { $total } { $total ->
    [one] archivo
   *[other] archivos
}
import-added-many = { $count ->
    [one] { $count } archivo añadido
   *[other] { $count } archivos añadidos
}
import-all-in-skipped = { $count ->
    [one] El artículo se añadió.
   *[other] Se añadieron los { $count } artículos.
} { $skipped ->
    [one] Se omitió { $skipped } archivo: está oculto o, por su nombre, no contiene texto.
   *[other] Se omitieron { $skipped } archivos: están ocultos o, por su nombre, no contienen texto.
}
import-asks = ¿Dónde está el texto?
import-copied = El informe está copiado
import-copy = Copiar el informe
import-copy-failed = El navegador no permitió copiar el informe.
import-field-read = Añadir con este campo
import-field-rows = { $count ->
    [one] en { $count } registro
   *[other] en { $count } registros
}
import-here = Ya están aquí
import-kept = Guardado. Deshacer lo quita paso a paso.
import-more = { $count ->
    [one] { $count } más no se añadió
   *[other] { $count } más no se añadieron
}
import-not-added = No se añadió { $file }
import-nothing-new = { $count ->
    [one] El archivo ya está aquí
   *[other] Los { $count } archivos ya están aquí
}
import-progress = Archivos en camino
import-read-as = Leer de nuevo como { $encoding }
import-reading = Leyendo { $n } de { $total }
import-same-as = igual que
import-skipped = { $count ->
    [one] Se omitió { $count } archivo: está oculto o, por su nombre, no contiene texto.
   *[other] Se omitieron { $count } archivos: están ocultos o, por su nombre, no contienen texto.
}
import-some-new = { $added ->
    [one] Es nuevo { $added }
   *[other] Son nuevos { $added }
} de { $total } { $total ->
    [one] archivo
   *[other] archivos
}
import-which-field = ¿Qué campo de { $file } contiene el texto?
import-which-field-many = ¿Qué campo de estos { $count } archivos contiene el texto?
import-start = Empezar por el primero
import-undo-all = Deshacer toda la importación
keys-decide = Decidir
keys-extend = Extender la selección: cualquiera de estas con
keys-anywhere = En toda la página
keys-go = Moverse
keys-how-to-read = Cómo leer una marca
keys-scope = Las letras y los números actúan solo mientras el artículo tiene el foco.
keys-select = Seleccionar palabras
keys-title = Teclas
legend-confirmed = confirmada
legend-nested = una dentro de otra
legend-city = La Habana
legend-office = Junta de Aguas de
legend-suggested = sugerida
palette-all-places = Los { $count } lugares
palette-articles = Artículos
palette-commands = { $count ->
    [one] { $count } orden en total
   *[other] { $count } órdenes en total
}
palette-field = Orden, etiqueta o artículo
palette-found = { $count ->
    [one] { $count } resultado
   *[other] { $count } resultados
}
palette-label-for = { $count ->
    [one] Etiqueta para «{ $words }»
   *[other] Etiqueta para «{ $words }», { $count } lugares
}
palette-labels = Etiquetas
palette-no-words = Estas palabras no están en el artículo.
palette-nothing = Ninguna orden, etiqueta ni artículo tiene estas palabras.
palette-title = Órdenes
palette-words = Palabras de este artículo
palette-words-field = Palabras del artículo
palette-words-hint = Escriba palabras del artículo para ver dónde están. Luego elija un lugar, o todos, y una etiqueta.
remove-article-do = Quitar el artículo
name-list-added = { $count ->
    [one] Se añadió la lista { $name } con { $count } nombre. Se sugiere dondequiera que aparezca.
   *[other] Se añadió la lista { $name } con { $count } nombres. Se sugieren dondequiera que aparezcan.
}
name-list-bad-line = { $file }, línea { $line }: «{ $label }» no es un nombre ni una etiqueta de este proyecto. La línea se omitió.
name-list-empty = { $file } no contiene nombres. No se añadió nada. Escriba un nombre por línea.
name-list-more-lines = { $count ->
    [one] Se omitió { $count } línea más.
   *[other] Se omitieron { $count } líneas más.
}
name-list-removed = Se quitó la lista { $name }.
name-list-too-long = No se añadió { $file }. Todas las listas juntas admiten hasta { $limit } nombres. Quite una lista o divida el archivo.
name-lists-about = Una lista es un archivo de texto con un nombre por línea, o un nombre, un tabulador y su etiqueta. Sus nombres se sugieren dondequiera que aparezcan, en todos los artículos de este proyecto.
name-lists-choose = Elegir un archivo…
name-lists-count = { $count ->
    [one] { $count } nombre
   *[other] { $count } nombres
}
name-lists-label = Etiqueta de los nombres que no traen una
name-lists-none = Todavía no hay listas.
name-lists-remove = Quitar
name-lists-remove-named = Quitar la lista { $name }
name-lists-shipped = Apostil conoce unos 250.000 nombres sin ellas. Provienen de Unicode CLDR, GeoNames (CC BY 4.0), el World Factbook, Natural Earth, el censo de los Estados Unidos, Wikipedia y wordfreq (CC BY-SA 4.0), entre otros, y en conjunto pueden usarse según CC BY-SA 4.0.
name-lists-title = Listas de nombres
