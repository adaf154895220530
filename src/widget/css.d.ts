/** The bundler hands a style sheet over as its minified text. */
declare module '*.css' {
  const text: string;
  export default text;
}
