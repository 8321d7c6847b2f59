# Ajustes, teclas propias, guía de etiquetado, impresión, ancho de los paneles.
aloud-setting = { $name }: { $value }
aloud-text-size = Tamaño del texto: { $size }
guidelines-describe = Describirla en sus palabras
guidelines-description = Para qué sirve { $label }
guidelines-filter = Filtrar etiquetas y ejemplos
guidelines-labels = Las etiquetas
guidelines-no-match = Ninguna etiqueta tiene estas palabras. Borre el filtro.
guidelines-own = Lo acordado en este proyecto
guidelines-own-hint = Todavía no hay nada. Escriba aquí lo que las etiquetas solas no dicen.
guidelines-saved = Queda escrito como parte del proyecto; deshacer lo retira.
guidelines-title = Guía de etiquetado
key-needed-by-browser = Los navegadores lo usan para lo suyo.
key-needed-by-system = Los sistemas y los lectores de pantalla lo usan para lo suyo.
key-needed-for-menus = Con Alt, las letras abren menús o escriben otros signos.
key-needed-for-signs = Algunos teclados lo necesitan para escribir signos como @, [ o #.
keys-change = Cambiar la tecla: { $command }, { $keys }
keys-filter = Filtrar órdenes y teclas
keys-held-by-command = { $chord } ya está en uso: { $command }.
keys-held-by-label = { $chord } da la etiqueta { $label }. Las teclas de las etiquetas son del proyecto.
keys-no-match = Ninguna orden tiene estas palabras ni esta tecla. Borre el filtro.
keys-none = sin tecla
keys-press = Pulse las teclas nuevas. Esc lo deja como está.
keys-refused = { $chord } no se asignó. { $why }
keys-reset = Como antes
keys-reset-all = Todas las teclas como antes
keys-swap = Intercambiar las dos
keys-unset = Sin tecla
keys-view = Página y artículo
learning-clues-lost = { $count ->
    [one] Para no crecer demasiado, dejó ir { $count } indicio leve de las correcciones.
   *[other] Para no crecer demasiado, dejó ir { $count } indicios leves de las correcciones.
}
learning-forgotten = { $count ->
    [one] Se olvidó lo aprendido de { $count } decisión. La marca o respuesta misma se conserva.
   *[other] Se olvidó lo aprendido de { $count } decisiones. Las marcas y las respuestas se conservan.
}
learning-from = { $count ->
    [one] Se aprendió de { $count } decisión de este proyecto.
   *[other] Se aprendió de { $count } decisiones de este proyecto.
}
learning-from-all = { $count ->
    [one] { $count } decisión vuelve a contar.
   *[other] { $count } decisiones vuelven a contar.
}
learning-left-out = { $count ->
    [one] { $count } decisión anterior no se toma en cuenta.
   *[other] { $count } decisiones anteriores no se toman en cuenta.
}
learning-nothing = Aún no se ha aprendido nada en este proyecto. Cada marca y cada respuesta a una sugerencia es una lección.
learning-off = Las sugerencias se hacen sin tomar en cuenta sus decisiones.
learning-so-far = Aprendiendo: { $count } de { $total } decisiones de este proyecto.
learning-words-lost = { $count ->
    [one] Para no crecer demasiado, ya no recuerda { $count } nombre, el que se decidió hace más tiempo.
   *[other] Para no crecer demasiado, ya no recuerda los { $count } nombres que se decidieron hace más tiempo.
}
name-with-keys = { $name } ({ $keys })
print-confirmed = Línea continua: confirmada.
print-legend = Etiquetas de este artículo
print-suggested = Línea de trazos: sugerida, sin decidir.
setting-always = En cada marca
setting-as-system = El del sistema
setting-close = Estrecho
setting-dark = Oscuro
setting-invisibles = Mostrar caracteres invisibles
setting-invisibles-hint = Espacios duros, tabuladores, guiones opcionales, signos sin ancho, espacios dobles, fines de línea.
setting-language = Idioma
setting-learn = Aprender de mis decisiones
setting-learn-hint = Lo que se acepta, corrige o rechaza cambia las sugerencias en otras partes. Lo decidido nunca cambia por sí solo.
setting-less-motion = Nada se mueve
setting-letters = Las teclas sueltas actúan en el artículo
setting-letters-hint = Letras, números y signos sin Ctrl ni Alt. Desactívelas si la voz o un temblor las disparan.
setting-light = Claro
setting-line-height = Interlineado
setting-measure = Largo de línea
setting-motion = Movimiento
setting-narrow = Corto
setting-never = Nunca
setting-off = desactivado
setting-on = activado
setting-on-focus = En la marca seleccionada
setting-regular = Normal
setting-offer = Ofrecer las mismas palabras en otras partes
setting-offer-hint = Al hacer, cambiar o quitar una marca, muestra dónde están las mismas palabras. Con E, en cualquier momento.
setting-rejected = Mostrar las sugerencias rechazadas
setting-sample = [Marta Solano|PERSON] salió de [La Habana|GPE] el [martes|DATE] con [tres|CARDINAL] cuadrillas, y el río seguía creciendo.
setting-spoken = Marcas en palabras
setting-spoken-hint = El lector de pantalla oye «inicio GPE … fin GPE». Esas palabras no están en el texto ni se copian.
setting-tags = Mostrar el rótulo de cada marca
setting-tags-hint = Sin esto, solo lo lleva la marca seleccionada.
setting-text-larger = Texto más grande
setting-text-size = Tamaño del texto
setting-text-smaller = Texto más pequeño
setting-theme = Tema
setting-whole = Componer el artículo entero
setting-whole-hint = Para lectores de pantalla que pierden lo que está lejos. Los artículos largos se vuelven más lentos.
setting-wide = Amplio
settings-access = Teclado y lector de pantalla
settings-article = Artículo
settings-kept = Se guardan en este navegador, para todos los proyectos.
settings-keys = Cambiar teclas…
settings-page = Página
settings-suggestions = Sugerencias
settings-title = Ajustes
spoken-end = fin { $label }
spoken-start = inicio { $label }
width-inspector = Ancho del panel de marcas
width-list = Ancho de la lista
