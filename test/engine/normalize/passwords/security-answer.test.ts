import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { isSecurityAnswer } from '../../../../src/engine/normalize/passwords/security-answer.js';
import { json, redacted } from '../../../support/redacted-text.js';

const fieldsOf = (body: object) => readBody(json, JSON.stringify(body)).fields;

describe('the answer to a question that one person knows', () => {
  it.each([
    { security_question: 'First pet?', answer: 'Rexington' },
    { secretQuestion: 3, answer1: 'Rexington' },
    { sicherheitsfrage: 1, antwort: 'Rexington' },
    { 'pregunta-secreta': 1, respuesta: 'Rexington' },
    { security_answer: 'Rexington' },
  ])('is neither kept nor written: %j', (posted) => {
    expect(JSON.stringify(fieldsOf(posted))).not.toContain('Rexington');
    const text = redacted({ mime: json, posted: JSON.stringify(posted) });
    expect(text).not.toContain('Rexington');
    expect(text).not.toMatch(/question.{5}(?!First pet)[A-Z]/i);
  });

  it.each([
    { question: 'Which of these is a fruit?', answer: 'Rexington' },
    { answer: 'Rexington', answers: 4 },
    { security_question: 1, title: 'Rexington' },
    { correct_answer: 'Rexington', question_id: 5 },
  ])('is none elsewhere: %j', (posted) => {
    const text = redacted({ mime: json, posted: JSON.stringify(posted) });
    expect(text).toContain('Rexington');
  });

  it('says so itself by its name', () => {
    expect(['securityAnswer', 'challenge[answer]', 'answer'].map(isSecurityAnswer)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
