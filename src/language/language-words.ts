/**
 * Frequent words that tell languages apart, in the form of `tokenize` (no accents). English and Spanish have their
 * stop words besides (stop-words.ts) and English its whole vocabulary; these add everyday, texting and distress words.
 */
export const spanishWords = `abogado abogada mi paga pagar abuso acoso agencia agente agentes alguien ambulancia amigo amiga anonimo anonima aora aser ase
  arma armas arresto arrestaron arrestado asilo asesino ataque auxilio ayuda ayudan ayudar ayudame ayudenme ayudeme barco bomba buenas buenos
  bueno buena calle carcel cartel casa casarme caso centro cerca chica chico ciudad ciudadania ciudadano cita coche como compania
  comprar contrabando contra corte crimen crimenes cuchillo cuesta cuidado cumplir dan dar datos decir delito delitos demanda denuncia
  denunciar denuncio deportado deportan deportar deportaron deportacion desaparecida desaparecido desaparecio detencion detenida detenido
  detuvieron dia dias dinero director documentos dolar dolares donde droga drogas empleo empleado empleados empleador empresa empresas encontrar
  encuentro enfermo enlace enseguida entrada enviar escuela escribir esclava esconder escondido espanol esposa esposo estafa estafador estafaron
  estados exportacion extranjero fabrica falsa falsas falso falsos falsificada familia federal federales fiesta formulario fraude
  frontera funciona gente gobierno golpea golpeando golpeo gracias grasias gratis guerra hablar hablo habla habla hermana hermano herido hija hijo hijos
  hogar hola ola hombre hora horas horario horita huir idioma ilegal ilegales inmigracion inmigrante inmigrantes inmigrar interior investiga
  investigan jefe jefa joven juez justicia kiero ke ki komo ladron lavado ley leyes llamada llamar llamo llame llego llevan llevaron
  llevo licencia linea lugar luego madre maltrata maltrato mama mandar matar mata mato menor menores mensaje mentira mercancia mercancias mes
  miedo migra migracion migrantes migratorio mision mira misma muchacha muchacho muerto muerte mujer mujeres mundo nacional nadie necesita
  necesito nececito nesesito neseito nina nino ninos ninas noche nombre novia novio nuevo nueva numero nunca oficina oficinas oficial
  oiga oye oyen olvidalo padre paga pagan pagar pago pais paises palabra papa papeles para pasaporte pasa pasar paso patron pedir
  peligro peligrosa peligrosas peligroso peligrosos pelea perdi perdio perdido permiso persona personas policia poner porfa xfa porfavor
  pornografia presa preso previene primo prima prevenir prision privacidad problema pronto proteger pueblo puerta pues pulsera queja quejarme queria
  quien quienes quisiera quitaron quitan quiero racista rapido rapto reclamo redada redadas reportar reporto repatriacion robo robaron
  roban sangre secuestro secuestrada secuestraron secuestrado seguridad seguro semana senor senora siento siempre sirve sobrino socorro soborno sospechoso
  suicidarme suicidio tambien tmb tb tarde tarjeta tecnologia tecnologias telefono terrorismo terrorista terroristas testigo tia tio tienda
  tiempo tiro tiros tiroteo tomaron trabaja trabajan trabajador trabajadores trabajando trabajar trabajo trabajos trafica trafican traficante traficantes
  trafico tramite trata tribunal turista unidos vecina vecino vecinos vende venden vender vendiendo venta ver verdad ves vez viaje victima
  victimas vida viejo viene vienen violacion violencia violo visa visado vive viven vivir vivo volver voz quienes dnd dd aki kien kieren
  bn salu2 chido wey guey orale grax adios chao hasta luego manana pasado ayer hoy ahora ahorita dime dame deme digame listo vale claro`;

/** Function and everyday words of other languages that visitors may write in, by BCP 47 tag. */
export const otherWords: Readonly<Record<string, string>> = {
  fr: `je tu il elle nous vous ils elles le la les un une des du de et est sont etes suis ai as avez avons ont que qui quoi quel quelle ou
    pour avec dans sur pas ne ce cette ces mon ma mes votre vos notre leur bonjour bonsoir salut merci svp comment pourquoi quand combien besoin
    aide aidez veux voudrais peux pouvez faire fait signaler crime travail est-ce jai cest quest lagence contre moi aussi tres au aux en plus mais`,
  pt: `eu voce voces ele ela nos eles o a os as um uma uns umas do da dos das no na nos nas pelo pela e sao foi sou estou esta tem
    tenho que quem qual quais onde quando quanto por porque para com sem em nao sim mas mais muito meu minha seu sua isso isto este
    fazer faz quero preciso posso ajuda ajudar obrigado obrigada ola oi bom dia tarde noite denunciar crime trabalho alguem trafico`,
  it: `io tu lui lei noi voi loro il lo la gli le un una uno di del della dei delle da dal in nel nella con su per tra e sono sei siamo
    hanno ho hai ha che chi cosa come dove quando perche quanto non si ma anche piu mio mia tuo voglio vorrei posso puoi fare fa
    bisogno aiuto ciao buongiorno buonasera grazie prego denunciare reato lavoro questo questa cose`,
  de: `ich du er sie es wir ihr der die das den dem des ein eine einen einem und ist sind bin bist war habe hat haben was wer wie wo wann
    warum wieviel nicht kein keine mit fur fuer von zu zum zur auf in im an aus bei nach uber ueber mein meine bitte danke hallo guten tag
    morgen kann konnen mochte moechte will brauche hilfe machen macht melden straftat auch aber oder`,
  nl: `ik jij je hij zij wij jullie het de een en is zijn ben bent was heb heeft hebben wat wie hoe waar wanneer waarom niet geen met
    voor van naar op in aan uit bij mijn deze dit dat hallo dank bedankt alstublieft kan kunnen wil hulp nodig doen doet melden ook maar of`,
  ht: `mwen ou li nou yo se yon nan ak pou pa ki kisa kote kijan poukisa gen genyen bezwen ed ede tanpri mesi bonjou bonswa vle ka
    fe di ale moun travay lapolis krim rapote sa la`,
  tl: `ako ikaw siya kami tayo kayo sila ang ng mga sa na ay ko mo niya namin natin ninyo nila ito iyan hindi oo po opo ano sino saan
    kailan bakit paano magkano kailangan tulong gusto salamat kumusta magandang krimen isumbong trabaho may wala`,
  vi: `toi ban anh chi em chung la va cua co khong duoc trong cho voi nay do gi ai dau khi nao sao nhu the nhieu can giup xin chao cam on
    lam muon bao cao toi pham nguoi viec`,
  pl: `ja ty on ona my wy oni jest sa byc mam masz ma nie tak co kto gdzie kiedy jak dlaczego ile z w na do po za od dla i oraz ale czy
    prosze dziekuje dzien dobry czesc potrzebuje pomocy chce moge zglosic przestepstwo praca moj moja to sie`,
  ro: `eu tu el ea noi voi ei un o si este sunt sunteti am ai are avem ce cine unde cand cum cat nu da cu in la pe din pentru care
    buna ziua multumesc rog vreau pot ajutor nevoie face munca mea meu`,
  tr: `ben sen o biz siz onlar bir ve bu su ne kim nerede zaman nasil neden kac degil var yok icin ile merhaba tesekkurler lutfen
    yardim istiyorum ihtiyacim suc bildirmek mi mu evet hayir`,
  id: `saya aku kamu anda dia kami kita mereka yang dan di ke dari untuk dengan ini itu adalah apa siapa mana kapan bagaimana mengapa
    berapa tidak ada bisa mau ingin tolong bantuan terima kasih halo selamat melaporkan kejahatan kerja`,
  sv: `jag du han hon vi ni de det den en ett och ar var har hade vad vem hur nar varfor inte med for av till pa i som min mitt hej tack
    snalla kan vill behover hjalp gora anmala brott arbete`,
  sw: `mimi wewe yeye sisi ninyi wao na ya wa kwa ni si nini nani wapi lini vipi kwanini ngapi hapana ndiyo tafadhali asante habari jambo
    nahitaji msaada nataka kuripoti uhalifu kazi`,
};
