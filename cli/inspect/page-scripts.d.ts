// Made by `scripts/page-script-texts.ts` while the command is built.

declare module 'virtual:database-script' {
  const source: string;
  export default source;
}

declare module 'virtual:fetch-script' {
  const source: string;
  export default source;
}
