/** 16 × 16 outlines, drawn for this panel. */
const PATHS = {
  back: 'M9.5 3.5 5 8l4.5 4.5',
  columns: 'M2.5 3h11v10h-11ZM6.2 3v10M9.8 3v10',
  log: 'M3.5 2.5h6l3 3v8h-9ZM9.5 2.5v3h3M5.5 8.5h5M5.5 11h5',
  clear: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM3.8 3.8l8.4 8.4',
  gear:
    'M7 1.7h2l.4 1.7 1.2.5 1.5-.9 1.4 1.4-.9 1.5.5 1.2 1.7.4v2l-1.7.4-.5 1.2.9 1.5-1.4 1.4-1.5-.9' +
    '-1.2.5-.4 1.7H7l-.4-1.7-1.2-.5-1.5.9-1.4-1.4.9-1.5-.5-1.2-1.7-.4v-2l1.7-.4.5-1.2-.9-1.5' +
    'L3.9 3l1.5.9 1.2-.5ZM8 6.2a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 4.5V8l2.5 2',
  token:
    'M6 2.5c-2 0-2.2 1-2.2 2.2S4 8 2.2 8c1.8 0 1.6 2 1.6 3.3S4 13.5 6 13.5' +
    'M10 2.5c2 0 2.2 1 2.2 2.2S12 8 13.8 8c-1.8 0-1.6 2-1.6 3.3s-.2 2.2-2.2 2.2',
  flag: 'M4 14.5V2.5h8.5L10.5 6l2 3.5H4',
  export: 'M8 2v8M4.8 7 8 10.2 11.2 7M2.5 11v2.5h11V11',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
  show:
    'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z' +
    'M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  hide: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM3 13 13 3',
  lock: 'M3.5 7.5h9v6h-9ZM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2',
  close: 'M4 4l8 8M12 4l-8 8',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 14 14',
  check: 'M3 8.5 6.5 12 13 4.5',
  add: 'M8 3v10M3 8h10',
  edit: 'M3 13l.6-3L11 2.6 13.4 5 6 12.4ZM9.6 4 12 6.4',
  delete: 'M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4',
  legend: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM6 6.4a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6.9v.5M8 11v1.2',
  folder: 'M1.5 12.5v-9h4.6l1.6 2h6.8v7ZM1.5 7.5h13',
  tabs: 'M4.5 5V2.5h9v8H11M2.5 5.5H11v8H2.5ZM2.5 8H11',
  open: 'M9 2.5h4.5V7M13.5 2.5 7.5 8.5M6.5 3.5h-4v10h10v-4',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.3" />
    </svg>
  );
}
