import { regex } from '../../regex.js';

/** A script that begins so says something before it does anything else, whenever it is run. */
const SCRIPT = /<script\b[^>]*>([^<]{1,1500})/gi;
/** Boxes that a script opens with a sentence in them, of browsers and of libraries. */
const BOX = regex('i')`
  ^(?:(?!function|=>)[^]){0,300}?
  (?:\b(?:alert|confirm|messagebox|showmessage|showerror|showmsg|swal|layer\.\w+|message\.\w+
  |toastr?\.\w+|swal\.fire|\w+\.(?:alert|messager\.\w+)))\s*\(\s*(?:\{[^'"${'`'}]{0,60}:\s*)?
  (?:"((?:[^"\\]|\\.){1,400})"|'((?:[^'\\]|\\.){1,400})')`;
const ESCAPED = /\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\n/gi;

/**
 * What the scripts of a page say in a box as soon as they are run: many servers answer a wrong
 * password with nothing else. What stands in a function is said later, or never.
 */
export function saidByScript(html: string): string {
  return [...html.matchAll(SCRIPT)]
    .map(([, script]) => BOX.exec(script!))
    .map((said) => said?.[1] ?? said?.[2] ?? '')
    .filter((sentence) => sentence !== '')
    .map(unescaped)
    .join('\n');
}

/** `\u5bc6` and `\xe9`, as servers write what is beyond ASCII (ECMA-262 §12.9.4). */
function unescaped(sentence: string): string {
  return sentence.replace(ESCAPED, (_whole, four?: string, two?: string) => {
    const code = four ?? two;
    return code === undefined ? '\n' : String.fromCharCode(Number.parseInt(code, 16));
  });
}
