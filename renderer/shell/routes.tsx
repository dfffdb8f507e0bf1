import { Redirect, Route, Switch } from 'wouter';
import { ComparePage } from '../pages/compare/compare-page.tsx';
import { MethodPage } from '../pages/method/method-page.tsx';
import { ReplayPage } from '../pages/replay/replay-page.tsx';
import { ReportsPage } from '../pages/reports/reports-page.tsx';
import { StartPage } from '../pages/start/start-page.tsx';

/** Which address shows which page. */
export const Routes = () => (
  <Switch>
    <Route path="/" component={StartPage} />
    <Route path="/reports" component={ReportsPage} />
    <Route path="/compare" component={ComparePage} />
    <Route path="/replay" component={ReplayPage} />
    <Route path="/method" component={MethodPage} />
    <Route>
      <Redirect to="/" />
    </Route>
  </Switch>
);
