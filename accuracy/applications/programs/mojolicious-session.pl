#!/usr/bin/env perl
# A Mojolicious::Lite site as in Mojolicious::Guides::Growing ("Login manager"): session, flash, csrf_protect.
use Mojolicious::Lite -signatures;

app->secrets(['Mojolicious rocks']);
my @notes;

get '/' => 'home';

get '/colour/:name' => sub ($c) {
  $c->cookie(colour => $c->param('name'), {path => '/', expires => time + 31_536_000});
  $c->redirect_to('/');
};

any '/login' => sub ($c) {
  return $c->render(template => 'login') if $c->req->method eq 'GET';
  my $v = $c->validation;
  return $c->render(text => 'Bad CSRF token!', status => 403) if $v->csrf_protect->has_error('csrf_token');
  my ($user, $pass) = map { $c->param($_) // '' } qw(user pass);
  if ($user ne $ENV{USER_NAME} || $pass ne $ENV{USER_PASSWORD}) {
    $c->flash(message => 'Wrong username or password.');
    return $c->redirect_to('/login');
  }
  $c->session(user => $user);
  $c->flash(message => 'Thanks for logging in.');
  $c->redirect_to('/protected');
};

group {
  under sub ($c) {
    return 1 if $c->session('user');
    $c->redirect_to('/login');
    return undef;
  };

  any '/protected' => sub ($c) {
    if ($c->req->method eq 'POST') {
      return $c->render(text => 'Bad CSRF token!', status => 403)
        if $c->validation->csrf_protect->has_error('csrf_token');
      push @notes, $c->param('text');
      return $c->redirect_to('/protected');
    }
    $c->render(template => 'protected', notes => \@notes);
  };

  get '/profile' => 'profile';
};

get '/logout' => sub ($c) {
  $c->session(expires => 1);
  $c->redirect_to('/');
};

app->start('daemon', '-l', "http://127.0.0.1:$ENV{PORT}");
__DATA__

@@ layouts/site.html.ep
<!doctype html><title>Welcome</title><link rel="icon" href="data:,"><a href="/">Home</a> <a id="theme" href="/colour/green">Green</a>
% if (session 'user') {
<a id="logout" href="/logout">Logout</a>
% } else {
<a href="/login">Login</a>
% }
% if (my $message = flash 'message') {
<b><%= $message %></b>
% }
<%= content %>

@@ home.html.ep
% layout 'site';
<h1>Welcome</h1>

@@ login.html.ep
% layout 'site';
<form id="login" action="/login" method="POST"><%= csrf_field %>
<input name="user" type="text"><input name="pass" type="password"><input type="submit" value="Login"></form>

@@ protected.html.ep
% layout 'site';
Welcome <%= session 'user' %>.
% for my $note (@$notes) {
<p><%= $note %></p>
% }
<form id="note" method="POST"><%= csrf_field %><input type="text" name="text"><input type="submit"></form>

@@ profile.html.ep
% layout 'site';
<h1><%= session 'user' %></h1>
