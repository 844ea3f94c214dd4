import browser from 'webextension-polyfill';
import { text, render } from '../engine/text.js';
browser.runtime.onMessage.addListener(() => Promise.resolve(render(text('a','b'))));
