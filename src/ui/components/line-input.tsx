import type { Signal } from '@preact/signals';

interface Props {
  written: Signal<string>;
  /** What is written cannot be taken; until it is changed. */
  isWrong: Signal<boolean>;
  maxLength: number;
  placeholder: string;
  /** Id of what is said about it. */
  said: string;
}

/** A field for one line that is added to a list: a site, a name. */
export function LineInput({ written, isWrong, maxLength, placeholder, said }: Props) {
  return (
    <input
      type="text"
      class="mono"
      spellcheck={false}
      required
      maxLength={maxLength}
      placeholder={placeholder}
      aria-invalid={isWrong.value}
      aria-describedby={said}
      value={written.value}
      onInput={({ currentTarget }) => {
        written.value = currentTarget.value;
        isWrong.value = false;
      }}
    />
  );
}
