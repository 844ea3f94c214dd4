/** What both shops sell. `drawing` is the path data of a 48×48 picture. */
export const PRODUCTS = [
  {
    name: 'Round teapot',
    price: '€ 38.00',
    drawing:
      'M14 20h20c3 0 5 3 5 7 0 7-6 11-15 11S9 34 9 27c0-4 2-7 5-7zM18 18a6 4 0 0 1 12 0z' +
      'M24 11a2 2 0 1 1 0 3zM39 26c4-1 5-5 6-9l-3-1c-1 4-2 6-5 6z' +
      'M10 23c-5-2-8 2-6 6s5 4 7 4l-1-3c-4 0-4-5 0-4z',
  },
  {
    name: 'Tall mug',
    price: '€ 14.50',
    drawing:
      'M11 12h20v24a3 3 0 0 1-3 3H14a3 3 0 0 1-3-3zM33 17h2c7 0 7 14 0 14h-2v-3h2c3 0 3-8 0-8h-2z',
  },
  {
    name: 'Camp kettle',
    price: '€ 52.00',
    drawing:
      'M12 38c-2-6-1-15 6-18h12c7 3 8 12 6 18zM19 18c0-3 10-3 10 0zM37 27l7-7 2 2-8 12z' +
      'M14 17c1-12 19-12 20 0l-3 1c-1-9-13-9-14 0z',
  },
  {
    name: 'Tin of Assam',
    price: '€ 9.80',
    drawing: 'M13 16h22v22a2 2 0 0 1-2 2H15a2 2 0 0 1-2-2zM15 9h18v5H15zM19 23v9h10v-9z',
  },
] as const;

export const ORDERS = [
  { number: '1042', item: 'Round teapot', day: '3 March', price: '€ 38.00' },
  { number: '1077', item: 'Tin of Assam', day: '21 April', price: '€ 9.80' },
] as const;
