import { render } from 'preact';
import { text, render as r } from '../src/engine/text.js';
render(<p>{r(text('a','b'))}</p>, document.getElementById('app') as HTMLElement);
