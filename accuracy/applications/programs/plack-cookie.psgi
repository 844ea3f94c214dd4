# A PSGI site below Plack::Middleware::Session::Cookie: the session itself in the cookie, with a time and a MAC.
use strict;
use warnings;
use Plack::Builder;
use Plack::Request;
use Plack::Session;

my @boats;

sub show {
  my ($session, $body) = @_;
  my $told = delete $session->{session}{told};
  my $menu = $session->get('rower') ? '<a id="logout" href="/ashore">Go ashore</a>' : '<a href="/aboard">Aboard</a>';
  return [200, ['Content-Type' => 'text/html; charset=utf-8'], [<<"HTML"]];
<!doctype html><html><head><title>Regatta</title><link rel="icon" href="data:,"></head><body><h1><a href="/">Regatta</a></h1>
<a id="theme" href="/flag?flag=blue">blue</a> $menu @{[$told // '']} $body</body></html>
HTML
}

sub away { return [303, [Location => shift], []] }

my $app = sub {
  my $env     = shift;
  my $request = Plack::Request->new($env);
  my $session = Plack::Session->new($env);
  my $path    = $request->path_info;
  my $post    = $request->method eq 'POST';
  if ($path eq '/flag') {
    my $answer = $request->new_response;
    $answer->redirect('/');
    $answer->cookies->{flag} = { value => scalar $request->param('flag'), path => '/', expires => time + 31536000 };
    return $answer->finalize;
  }
  if ($path eq '/aboard') {
    if ($post && $request->param('rower') eq $ENV{USER_NAME} && $request->param('word') eq $ENV{USER_PASSWORD}) {
      $session->set(rower => $ENV{USER_NAME});
      return away('/boats');
    }
    if ($post) { $session->set(told => 'Not a rower.'); return away('/aboard') }
    return show($session, <<'HTML');
<form id="login" method="post" action="/aboard"><input type="text" name="rower"><input type="password" name="word"><input type="submit"></form>
HTML
  }
  if ($path eq '/ashore') { $session->remove('rower'); return away('/') }
  return show($session, join '', map {"<p>$_</p>"} @boats) unless $path =~ m{^/boats};
  return away('/aboard') unless $session->get('rower');
  if ($post) { push @boats, $request->param('boat'); return away('/boats') }
  return show($session, '<form id="note" method="post" action="/boats"><input type="text" name="boat"><input type="submit"></form>');
};

builder {
  enable 'Session::Cookie', secret => 'a secret of this regatta', session_key => 'regatta';
  $app;
};
