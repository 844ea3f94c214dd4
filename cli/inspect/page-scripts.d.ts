/** Made by `scripts/database-script.ts` while the command is built. */
declare module 'virtual:database-script' {
  const source: string;
  export default source;
}
