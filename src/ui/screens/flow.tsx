import { EmptyScreen } from '../components/site-state.js';
import { t } from '../i18n.js';
import { FlowPicture } from '../picture/flow-picture.js';
import { TimeStrip } from '../strip/time-strip.js';
import { useStore } from '../store-context.js';
import { LoginFlows } from './login-flows.js';

/**
 * Who sent which credential where at the site in front, and its logins step by step. The store hands
 * out the same objects until they change: the picture is large.
 */
export function Flow() {
  const { backend, picture, flows } = useStore();
  if (!picture.value && flows.value.length === 0)
    return (
      <EmptyScreen
        title={t('ui_flowEmpty')}
        hint={t(backend.isFile ? 'ui_fileNothingHint' : 'ui_flowEmptyHint')}
      />
    );
  return (
    <div class="overview scroll">
      <TimeStrip />
      {picture.value && <FlowPicture picture={picture.value} />}
      {flows.value.length > 0 && <LoginFlows flows={flows.value} />}
    </div>
  );
}
