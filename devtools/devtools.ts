import browser from 'webextension-polyfill';
void browser.devtools.panels.create('Credtrail', '/icons/32.png', '/devtools/panel.html');
