/** `src/capture/databases.iife.ts` as one script, made by `vite.cli.config.ts`. */
declare module 'databases-script' {
  const script: string;
  export default script;
}
