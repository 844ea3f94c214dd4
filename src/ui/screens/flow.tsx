import { EmptyScreen } from '../components/verdict/site-state.js';
import { t } from '../words/i18n.js';
import { FlowPicture } from '../picture/flow-picture.js';
import { NothingInSpan } from '../span/nothing-in-span.js';
import { FlowsOutside, MomentsOutside } from '../span/outside-span.js';
import { TimeStrip } from '../strip/time-strip.js';
import { useStore } from '../store/store-context.js';
import { LoginFlows } from './login-flows.js';

/**
 * Who sent which credential where at the site in front, and its logins step by step. The store
 * hands out the same objects until they change: the picture is large.
 */
export function Flow() {
  const { backend, picture, flows, inSpan } = useStore();
  if (!picture.value && flows.value.length === 0)
    return (
      <EmptyScreen
        title={t('ui_flowEmpty')}
        hint={t(backend.isFile ? 'ui_fileNothingHint' : 'ui_flowEmptyHint')}
      />
    );
  const { within } = inSpan.flows.value;
  return (
    <div class="overview scroll">
      <TimeStrip />
      <MomentsOutside />
      <Picture />
      {within.length > 0 && <LoginFlows flows={within} />}
      <FlowsOutside />
    </div>
  );
}

function Picture() {
  const { picture, inSpan } = useStore();
  const shown = inSpan.picture.value?.picture;
  if (!shown) return null;
  const isLeftOut = shown.rows.length === 0 && picture.value?.rows.length !== 0;
  return isLeftOut ? <NothingInSpan /> : <FlowPicture picture={shown} />;
}
