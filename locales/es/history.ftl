# El historial: cada paso en palabras, cómo ir a cualquiera, el nombre y el tiempo de quien trabaja.
command-history-return = Regresar en el historial
command-history-return-help = Vuelve a donde estaba el proyecto antes de ir a otro paso.
command-history-show = Historial
command-history-show-help = Muestra cada paso en palabras, de quién es y cuándo se hizo; se puede ir a cualquiera y regresar.
duration-hours = { $hours } h { $minutes } min
duration-minutes = { $minutes } min
duration-seconds = { $seconds } s
history-ahead = { $count ->
    [one] Hay { $count } paso deshecho. El próximo cambio lo aparta: queda en esta lista, no se pierde.
   *[other] Hay { $count } pasos deshechos. El próximo cambio los aparta: quedan en esta lista, no se pierden.
}
history-all-kinds = De todo tipo
history-answers = Respuestas a sugerencias
history-articles = Artículos
history-batches = Muchos lugares a la vez
history-cut = No se puede ir a lo que se hizo antes: sus registros estaban dañados.
history-everywhere = Todos los artículos
history-go = Ir a este paso
history-here = Este artículo
history-kind = Tipo de pasos
history-list = Pasos, primero el más nuevo
history-marks = Marcas y relaciones
history-none = No hay pasos así.
history-place = Mostrar el lugar
history-project = Etiquetas y proyecto
history-rule = El tiempo es lo que pasó entre dos pasos; una pausa cuenta como un minuto a lo sumo.
history-scope = Pasos en
history-somebody = Otra persona
history-start = El proyecto como empezó
history-step-ahead = deshecho
history-step-aside = apartado
history-step-here = aquí
history-steps = { $count ->
    [one] { $count } paso
   *[other] { $count } pasos
}
history-taken-back = { $count ->
    [one] { $count } paso deshecho
   *[other] { $count } pasos deshechos
}
history-time = { $time } en total
history-time-here = { $time } en este artículo
history-title = Historial
history-went-aside = Se fue a un paso que estaba apartado. Lo que había aquí queda apartado ahora, no se pierde.
history-went-back = { $count ->
    [one] Se retrocedió { $count } paso. Se conserva: lo que haga ahora lo aparta en el historial.
   *[other] Se retrocedieron { $count } pasos. Se conservan: lo que haga ahora los aparta en el historial.
}
history-went-on = { $count ->
    [one] Se avanzó { $count } paso.
   *[other] Se avanzaron { $count } pasos.
}
history-you = Usted
name-ask = Su nombre, si lo desea; se ve aquí y en los archivos guardados
name-keep = Guardar
name-none = Sin nombre
setting-name = Su nombre
setting-name-hint = El historial y los archivos guardados dicen de quién es el trabajo. No es necesario, y fuera de eso no sale de este navegador.
