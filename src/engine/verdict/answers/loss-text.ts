import type { Millis } from '../../model.js';
import type { Moment } from '../../moments/moment.js';
import { type Text, text, type Told } from '../../text.js';
import { HOUR, MINUTE } from '../../time-units.js';

/** Longer ones are told in hours. */
const IN_HOURS: Millis = 3 * HOUR;

/** How a session was lost: at once, or after a while without use. */
export function lossText(detail: Moment['detail'], names: Told, request: Told): Text {
  const idle = Number(detail?.['idle'] ?? 0);
  if (idle === 0)
    return text(
      'answer_ended_lost',
      'The server did not know {names} any more at {request}: restarted, several servers without ' +
        'one store, a limit of time, or a logout that was not recorded.',
      { names, request },
    );
  if (idle < IN_HOURS)
    return text(
      'answer_ended_idle_minutes',
      '{request} was not answered to {names} any more, {minutes} minutes after it had been ' +
        'known: most likely a limit of time without use, or a restart of the server.',
      { names, request, minutes: Math.round(idle / MINUTE) },
    );
  return text(
    'answer_ended_idle_hours',
    '{request} was not answered to {names} any more, {hours} hours after it had been known: most ' +
      'likely a limit of time without use, or a restart of the server.',
    { names, request, hours: Math.round(idle / HOUR) },
  );
}
