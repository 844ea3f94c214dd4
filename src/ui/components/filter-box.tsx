import type { Signal } from '@preact/signals';
import { t } from '../i18n.js';
import { toggleWord } from '../request-filter.js';
import { Icon } from './icon.js';

interface Props {
  text: Signal<string>;
  name: string;
  placeholder: string;
}

/** A search field in a screen's bar. */
export function FilterBox({ text, name, placeholder }: Props) {
  return (
    <div class="filter-box">
      <Icon name="search" />
      <input
        type="text"
        spellcheck={false}
        autocomplete="off"
        aria-label={name}
        placeholder={placeholder}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text.value !== '') {
            text.value = '';
            event.stopPropagation();
          }
        }}
      />
      {text.value !== '' && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('ui_filterClear')}
          title={t('ui_filterClear')}
          onClick={() => {
            text.value = '';
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

interface WordProps {
  text: Signal<string>;
  words: readonly string[];
}

/** Often used words of the filter, to be put in and taken out by a click. */
export function FilterWords({ text, words }: WordProps) {
  const current = text.value.split(/\s+/);
  return (
    <div class="filter-words" role="group" aria-label={t('ui_filterWords')}>
      {words.map((word) => (
        <button
          key={word}
          type="button"
          class="toggle"
          aria-pressed={current.includes(word)}
          onClick={() => {
            text.value = toggleWord(text.value, word);
          }}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
