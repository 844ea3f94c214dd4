# A PSGI site below Plack::Middleware::Session (memory) and Plack::Middleware::CSRFBlock.
use strict;
use warnings;
use Plack::Builder;
use Plack::Request;
use Plack::Session;

my @songs;

sub show {
  my ($session, $body) = @_;
  my $menu = $session->get('singer')
    ? '<form method="post" action="/sign_off"><button id="logout">Sign off</button></form>'
    : '<a href="/sign_on">Sign on</a>';
  return [200, ['Content-Type' => 'text/html; charset=utf-8'], [<<"HTML"]];
<!doctype html><html><head><title>Choir</title><link rel="icon" href="data:,"></head><body><h1><a href="/">Choir</a></h1>
<a id="theme" href="/voice?part=alto">alto</a> $menu $body</body></html>
HTML
}

sub away { return [303, [Location => shift], []] }

my $app = sub {
  my $env     = shift;
  my $request = Plack::Request->new($env);
  my $session = Plack::Session->new($env);
  my $path    = $request->path_info;
  my $post    = $request->method eq 'POST';
  if ($path eq '/voice') {
    my $answer = $request->new_response;
    $answer->redirect('/');
    $answer->cookies->{voice} = { value => scalar $request->param('part'), path => '/', expires => time + 31536000 };
    return $answer->finalize;
  }
  if ($path eq '/sign_on') {
    if ($post && $request->param('singer') eq $ENV{USER_NAME} && $request->param('pass') eq $ENV{USER_PASSWORD}) {
      $session->set(singer => $ENV{USER_NAME});
      $env->{'psgix.session.options'}{change_id} = 1;
      return away('/songs');
    }
    return show($session, <<'HTML');
<form id="login" method="post" action="/sign_on"><input type="text" name="singer"><input type="password" name="pass"><input type="submit"></form>
HTML
  }
  if ($path eq '/sign_off') { $session->expire; return away('/') }
  return show($session, join '', map {"<p>$_</p>"} @songs) unless $path =~ m{^/songs};
  return away('/sign_on') unless $session->get('singer');
  if ($post) { push @songs, $request->param('song'); return away('/songs') }
  return show($session, '<form id="note" method="post" action="/songs"><input type="text" name="song"><input type="submit"></form>');
};

builder {
  enable 'Session';
  enable 'CSRFBlock';
  $app;
};
