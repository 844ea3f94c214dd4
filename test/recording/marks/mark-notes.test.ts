import { describe, expect, it } from 'vitest';
import { MarkNotes } from '../../../src/recording/marks/mark-notes.js';

const marks = [
  { id: 1, name: 'before', at: 10 },
  { id: 2, name: 'after', at: 20 },
];
const comparison = {
  from: marks[0]!,
  to: marks[1]!,
  appeared: ['c1'],
  changed: [],
  stayed: [],
  vanished: [],
  values: {},
  sessionRotated: null,
  leftBehind: null,
};

describe('notes on marks', () => {
  it('give them other names, also where they are compared', () => {
    const notes = new MarkNotes();
    notes.rename(1, 'start');
    notes.rename(1, 'x'.repeat(100));
    expect(notes.shown(marks).map(({ name }) => name)).toEqual(['x'.repeat(80), 'after']);
    expect(notes.compared(comparison)).toEqual({
      ...comparison,
      from: { ...marks[0], name: 'x'.repeat(80) },
    });
  });

  it('take them away and give them back, as they were called', () => {
    const notes = new MarkNotes();
    notes.rename(2, 'end');
    notes.delete(2, true);
    expect(notes.shown(marks)).toEqual([marks[0]]);
    expect(notes.compared(comparison)).toBeUndefined();
    expect(notes.gone(marks)).toEqual([2]);
    notes.delete(2, false);
    expect(notes.gone(marks)).toEqual([]);
    expect(notes.shown(marks).map(({ name }) => name)).toEqual(['before', 'end']);
  });

  it('outlive the worker, and not the marks', () => {
    const notes = new MarkNotes();
    notes.rename(1, 'start');
    notes.delete(2, true);
    notes.rename(7, 'of nothing');
    const saved = JSON.parse(JSON.stringify(notes.save(marks)));
    expect(saved).toHaveLength(2);
    expect(new MarkNotes(saved).shown(marks)).toEqual([{ ...marks[0], name: 'start' }]);
  });

  it('say nothing of what is unknown', () => {
    expect(new MarkNotes().compared(undefined)).toBeUndefined();
    expect(new MarkNotes().shown(marks)).toEqual(marks);
  });
});
