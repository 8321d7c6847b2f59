# La página vacía, el artículo, la línea de ayuda, lo que se lee en voz alta.
# Las marcas se escriben [palabras|ETIQUETA] y las teclas [Enter|key].
aloud-accepted = { $label } aceptada: { $words }, { $n } de { $total }
aloud-accepted-many = { $count ->
    [one] { $count } sugerencia aceptada
   *[other] { $count } sugerencias aceptadas
}
aloud-article = { $article }, artículo { $n } de { $total }
aloud-article-done = Listo: { $article }
aloud-article-finished = { $count ->
    [0] Listo: { $article }
    [one] Listo: { $article }, { $count } sugerencia aceptada
   *[other] Listo: { $article }, { $count } sugerencias aceptadas
}
aloud-article-reopened = Pendiente otra vez: { $article }
aloud-edges = La marca es ahora: { $words }
aloud-labeled = { $label }: { $words }
aloud-labeled-many = { $count ->
    [one] { $label } en { $count } lugar: { $words }
   *[other] { $label } en { $count } lugares: { $words }
}
aloud-mark = { $words }, { $label }
no-doubts-here = No quedan dudas en este artículo
aloud-rejected = { $label } rechazada: { $words }
aloud-relabeled = { $old } pasa a { $label }: { $words }
aloud-removed = { $label } quitada: { $words }
aloud-skipped = { $label } omitida: { $words }
aloud-suggestion = { $words }, { $label } sugerida, { $percent } %
aloud-suggestion-why = { $words }, { $label } sugerida, { $percent } %. { $why }
empty-choose-files = Elegir archivos…
empty-choose-folder = Elegir una carpeta…
empty-drop = Suelte archivos o una carpeta
empty-kinds = Texto, Markdown, páginas web, CSV, JSON, JSON Lines y archivos zip con ellos
empty-paste = Pegar texto
empty-privacy = Todo ocurre en esta página. No se envía nada: una vez cargada, la página no hace ninguna petición.
empty-sample-marks = { $count ->
    [one] { $count } marca
   *[other] { $count } marcas
}
empty-samples = O empiece con un artículo de muestra
empty-samples-all = Abrir los { $count }
empty-step-drop = Suelte artículos: [personas|PERSON], [lugares|GPE], [fechas|DATE] e [importes|MONEY] aparecen subrayados.
empty-step-decide = [Enter|key] acepta, [X|key] rechaza, [1|key]–[0|key] reetiquetan; arrastre para marcar lo que falta.
empty-step-export = Exporte los datos; antes se le dirá qué no cabe en el formato.
empty-summary = Los nombres de sus artículos, marcados y corregidos por usted.
hint-accept = aceptar y seguir
hint-keys = Teclas
hint-label-it = etiquetar
hint-mark = Marca
hint-move-edge = mover borde
hint-next-doubtful = siguiente dudosa
hint-next-mark = siguiente marca
hint-nothing = Nada seleccionado
hint-other-label = otra etiqueta
hint-reject = rechazar
hint-remove = quitar
hint-selection = Selección
hint-skip = omitir
hint-suggestion = Sugerencia
language-english = Inglés
language-spanish = Español
paste-confirm = Añadir este texto
paste-editable = El texto se puede editar hasta añadirlo. Después queda como está, sin cambiar un carácter.
paste-name = Nombre
paste-text = Texto
paste-title = Pegar texto
paste-untitled = Texto pegado
sheet-words = { $count ->
    [one] { $count } palabra
   *[other] { $count } palabras
}
article-removed = Quitado: { $article }. Deshacer lo devuelve.
first-article = Este es el primer artículo
last-article = Este es el último artículo
no-mark-selected = No hay ninguna marca seleccionada
nothing-to-accept = Nada que aceptar: no hay sugerencias por decidir aquí
nothing-to-label = No hay palabras seleccionadas
