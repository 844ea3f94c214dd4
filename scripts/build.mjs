// @ts-check
// npm run build: dist/chrome (load it unpacked), dist/firefox.
import { buildExtension, prepare } from './prepare.mjs';

prepare();
buildExtension('chrome');
buildExtension('firefox');
