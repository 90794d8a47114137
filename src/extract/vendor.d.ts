// What we use of the parser that comes with Readability without declarations.
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    /** What it could not read, a line each; "" for well-formed markup. */
    errorState: string;
    parse(markup: string): Document;
  }
}
