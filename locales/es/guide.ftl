# Qué va bajo cada etiqueta, qué no, y dos ejemplos: una línea cada uno.
# Los ejemplos se escriben [palabras|ETIQUETA]; la línea que empieza por uno lleva {""} delante.
guide-person =
    Personas por su nombre, reales o inventadas, y también familias. Nombre, apellidos y apodo juntos son una sola marca.
    No los títulos ni cargos (doctora, presidente, capitán), ni los grupos de personas, que son NORP u ORG.
    La doctora [Lucía Ferrer|PERSON] volvió a llamar al capitán.
    Los [Ibarra|PERSON] llevan el molino desde la crecida.
guide-org =
    Empresas, organismos, ministerios, partidos, clubes, escuelas: todo lo que tiene nombre y miembros y puede actuar.
    No el edificio que ocupan, que es FAC, ni un país que actúa por su gobierno, que es GPE.
    La [Autoridad Portuaria|ORG] subió las tarifas.
    Estudió en la [Escuela Técnica del Norte|ORG].
guide-gpe =
    Países, estados, provincias, ciudades, pueblos: lugares con gobierno, también cuando se habla de ese gobierno.
    No los lugares que no lo tienen (ríos, regiones: LOC), ni los gentilicios (peruano: NORP).
    El camino desde [Loja|GPE] estaba cerrado.
    {""}[Chile|GPE] firmó el tratado en mayo.
guide-loc =
    Lugares sin gobierno propio: continentes, montañas, ríos, mares, desiertos, regiones con nombre.
    No las ciudades ni los países (GPE), ni lo que han construido las personas (FAC).
    Nevó en la [Sierra Morena|LOC].
    Las lanchas bajaron de noche por el [Paraná|LOC].
guide-date =
    Días, semanas, meses, años, estaciones y edades, exactos o no, y períodos de un día o más, con las palabras que los acotan.
    Nada que dure menos de un día: eso es TIME.
    El puente abre [a comienzos del próximo año|DATE].
    Llovió durante [más de tres semanas|DATE].
guide-money =
    Cantidades de dinero con su moneda y con las palabras que las acotan: unos, más de, al menos.
    No un número sin moneda, ni una moneda de la que se habla sin cantidad.
    La reparación costó [unos 3,5 millones de dólares|MONEY].
    Le quedaban [veinte pesos|MONEY].
guide-percent =
    Porcentajes con su signo o su palabra, y con las palabras que los acotan.
    No las fracciones en palabras, como un tercio, que son CARDINAL.
    {""}[Casi el 12 %|PERCENT] de los pozos estaba seco.
    Los precios bajaron un [cuatro por ciento|PERCENT].
guide-cardinal =
    Números que cuentan cosas y no son de otra clase, en cifras o en palabras, con las palabras que los acotan.
    No los números con moneda, unidad, porcentaje o fecha, ni uno cuando es artículo o pronombre.
    Cruzaron [al menos 9000|CARDINAL] personas.
    {""}[Dos tercios|CARDINAL] de la flota quedaron en puerto.
guide-event =
    Tormentas, batallas, guerras, juegos, festivales y operativos con nombre propio.
    No los sucesos que solo se describen: la tormenta, la huelga del año pasado.
    El [huracán Odile|EVENT] giró al norte.
    En el pueblo aún se habla de la [Guerra de la Sal|EVENT].
guide-norp =
    Nacionalidades, religiones, pueblos y tendencias políticas, como sustantivos o como adjetivos.
    No el país, que es GPE, ni el partido como organización, que es ORG.
    Una cuadrilla [boliviana|NORP] apagó el incendio.
    Los [liberales|NORP] votaron en contra.
guide-fac =
    Lo que las personas han construido y nombrado: aeropuertos, puentes, carreteras, puertos, estadios, edificios.
    No la organización que está dentro cuando es ella la que actúa (ORG), ni el pueblo alrededor.
    El tránsito se detuvo en el [puente de la Amistad|FAC].
    Aterrizaron en el [aeropuerto de El Alto|FAC].
guide-product =
    Cosas fabricadas que tienen nombre: vehículos, barcos, armas, aparatos, alimentos, programas.
    No quien las fabrica (ORG), ni los servicios, ni las cosas sin nombre propio.
    Dos [Caravan 208|PRODUCT] sobrevolaron el delta.
    El [Santa Clara|PRODUCT] se hundió en el canal.
guide-work =
    Títulos de libros, canciones, películas, cuadros, obras y programas, sin las comillas que los rodean.
    No el periódico ni el estudio que los publica (ORG), ni las obras que solo se describen.
    Su primera novela fue «[El último transbordador|WORK_OF_ART]».
    El coro cantó [Voz de los juncos|WORK_OF_ART].
guide-law =
    Leyes, constituciones y tratados con nombre, y sus partes numeradas.
    No los proyectos ni las normas sin nombre, ni la ley cuando se la llama solo así.
    Lo prohíbe la [Ley de Ríos Limpios|LAW].
    Citó el [artículo 14 de la Constitución|LAW].
guide-language =
    Cualquier lengua por su nombre.
    No las personas que la hablan, ni la misma palabra dicha de las cosas de un país: ambas son NORP.
    El aviso estaba en [quechua|LANGUAGE].
    Pocos agentes hablan [portugués|LANGUAGE].
guide-time =
    Horas, partes del día y períodos de menos de un día, con las palabras que los acotan.
    No los días ni nada más largo, que son DATE.
    La sirena sonó [poco después de las 6 de la mañana|TIME].
    La búsqueda duró [casi dos horas|TIME].
guide-quantity =
    Medidas con su unidad: peso, distancia, superficie, velocidad, volumen, temperatura.
    No el dinero, los porcentajes ni los períodos de tiempo, ni los números que solo cuentan (CARDINAL).
    El muro mide [nueve metros|QUANTITY] de alto.
    Incautaron [más de 40 toneladas|QUANTITY] de madera.
guide-ordinal =
    Primero, segunda, 3.º y así sucesivamente, en palabras o en cifras.
    No el día de una fecha, que es parte de DATE, ni el ordinal que está dentro de un nombre.
    Fue la [tercera|ORDINAL] crecida en una década.
    La cuadrilla terminó [primera|ORDINAL].
