import type { Lang } from '../knowledge/knowledge.ts';

/** Words that carry a sentence's grammar and none of its subject; in the form of `tokenize`. */
const grammar: Record<Lang, string> = {
  en: `a about above after again against ain all also am an and any anybody anyone anything are arent as at be because been before being
    below between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during each either else ever every
    few for from further get gets getting go goes going gonna got had hadnt has hasnt have havent having he hed hell her here heres hers
    herself hes him himself his how hows i id if ill im in into is isnt it itd itll its itself ive just lets m many me might mightnt
    more most much must mustnt my myself neither no nor not now of off on once one only onto or other others ought our ours ourselves
    out over own per quite r re rather really s same shall shant she shed shes should shouldnt since so some somebody someone something
    such t than that thatd thatll thats the their theirs them themselves then there theres these they theyd theyll theyre theyve thing
    things this those though through to too u under until up upon us ur ve very via want wants was wasnt we wed well were werent weve what
    whatever whats when whens where wheres whether which while who whom whos whose why whys will with within without wont would
    wouldnt y yall yet you youd youll your youre yours yourself yourselves youve yo`,
  es: `a acerca al algo alguien algun alguna algunas alguno algunos ante antes aquel aquella aquellas aquellos aqui asi aun aunque bajo
    bien cada como con contra cual cuales cualquier cuando cuanta cuantas cuanto cuantos d de del desde donde dos e el ella ellas ellos
    en entre era eran eres es esa esas ese eso esos esta estaba estaban estado estamos estan estar estas este esto estos estoy fue fueron
    ha habia habian haber hace hacen hacer haces hacia hago han hasta hay haya he hemos hizo i la las le les lo los m mas me mi mia mias
    mientras mio mios mis mismo mucha muchas mucho muchos muy nada ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro
    otros para pero poco por porque pq xq pues puede pueden puedo q k que quien quienes quiere quieren quiero se sea sean segun ser si sido sin
    sino sobre sois solo somos son soy su sus suya suyas suyo suyos tal tambien tampoco tan tanto te tenemos tener tengo ti tiene tienen
    toda todas todavia todo todos tu tus tuya tuyo u un una unas uno unos usted ustedes va vamos van vosotros voy vuestra vuestro y ya yo`,
};

/** Words of politeness and of asking itself: they tell that something is asked, not what. */
const courtesy: Record<Lang, string> = {
  en: `actually anyway ask asking basically bit could curious exactly explain figure find give guess guys happen happens hello hey hi
    info information interested kind know learn let like lol look looking maybe mean means need ok okay please pls plz question questions
    say saying says see sir maam show sort stuff sure talk tell thank thanks thx think trying understand wanna wanted wonder wondering
    wonderd cool nice great wow awesome jk haha hahaha lmao omg ugh hmm huh yeah yep nope`,
  es: `ahora averiguar ayuda buenas buenos busco conocer cosa cosas cuenta cuentame decir decirme dice dicen digame dime entender
    explica explicame explicar favor gracias gustaria hola informacion necesito oiga ok oye pagina porfa pregunta preguntar queria saber
    sabes sabe sabria ver digan orale chido jaja jajaja ups bueno va sale oiga`,
};

/** Words that join a question's subject to what is asked of it ("fit in", "go after", "according to"): they seldom stand on a page. */
const light: Record<Lang, string> = {
  en: `according account accounts allowed approach aspect basically become becomes begin bother call called care cares case cases come comes
    common compared concern concerning concerns consider considered count counts currently deal dealing deals define defined definition depend describe
    described description detail details difference different difficult easy end entire event example examples exact fact fit fits general
    handle handled handles hand high involve involved involves involving issue issues keep keeps kind kinds kinda large let long made
    make makes making matter matters meaning mention mentioned mentions mostly normally often ones page part parts particular place places
    point possible problem put puts reason reasons regard regarding regards relate related relation relevant respond specific specifically start started
    step steps stuff subject suppose supposed sure take takes taking talk term terms tend topic topics treat treated true try trying
    type types typical typically use used uses using usually versus vs watch way ways website whole word words work works working
    aim aims alone assignment belong belongs bits brief briefly categories category chunk class classes concrete core cover covered covers essay
    essays even fall falls far formally goes homework idea ideas include included includes including kid kids line lines main mainly mostly
    officially paper piece pieces plain portion position poster presentation project publicly quick quickly role roles sentence sentences
    short simple simply slideshow stance state stated states stop sum summarize summary teacher thought thoughts view views wise`,
  es: `acerca asunto atiende atienden cabo caso casos consiste cuestion detalle detalles diferencia ejemplo encarga encargan forma formas ligado manera
    maneja manejan ocupa ocupan parte partes pagina papel pasa pasan problema razon refiere relacion relacionado sitio suele tema temas tipo tipos toca
    trata usa usan uso breve brevemente clase ensayo escuela frase frases idea ideas incluye incluyen linea lineas principal principales tarea trabajo`,
};

const grammarSets = { en: words(grammar.en), es: words(grammar.es) };
const courtesySets = { en: words(courtesy.en), es: words(courtesy.es) };
const lightSets = { en: words(light.en), es: words(light.es) };

/** Whether a token (of `tokenize`) is a grammatical word of the language. */
export function isStopWord(token: string, lang: Lang): boolean {
  return grammarSets[lang].has(token);
}

/** Whether a token belongs to politeness or to the act of asking ("please tell me ..."). */
export function isCourtesyWord(token: string, lang: Lang): boolean {
  return courtesySets[lang].has(token);
}

/** Whether a token joins rather than names: it counts where a page has it and hardly where none does. */
export function isLightWord(token: string, lang: Lang): boolean {
  return lightSets[lang].has(token);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}
