// @ts-check
// npm run build: dist/chrome (load it unpacked), dist/firefox, dist/cli/credtrail.js.
import { build, prepare } from './prepare.mjs';

prepare();
build('chrome');
build('firefox');
build('cli');
