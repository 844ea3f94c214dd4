#!/usr/bin/env perl
# Dancr, the blog of Dancer2::Tutorial: session 'Simple', login, a message that is shown once.
use Dancer2;

set session      => 'Simple';
set show_errors  => 0;
set startup_info => 0;
set host         => '127.0.0.1';
set port         => $ENV{PORT};
my @entries;
my $flash;

sub page {
  my $body = shift;
  my $menu = session('logged_in') ? '<a id="logout" href="/logout">log out</a>' : '<a href="/login">log in</a>';
  my $message = $flash ? "<div class=flash>$flash</div>" : '';
  undef $flash;
  return qq{<!doctype html><title>Dancr</title><link rel="icon" href="data:,"><h1><a href="/">Dancr</a></h1>
<a id="theme" href="/size?css=big">Big</a> $menu $message $body};
}

get '/' => sub { return page(join '', map {"<p>$_</p>"} @entries) };

get '/size' => sub {
  cookie css => query_parameters->get('css'), expires => '1 year';
  redirect '/';
};

any ['get', 'post'] => '/login' => sub {
  my $err = '';
  if (request->method eq 'POST') {
    if (body_parameters->get('username') ne $ENV{USER_NAME})        { $err = 'Invalid username' }
    elsif (body_parameters->get('password') ne $ENV{USER_PASSWORD}) { $err = 'Invalid password' }
    else {
      session 'logged_in' => true;
      $flash = 'You are logged in.';
      return redirect '/add';
    }
  }
  return page(qq{<p>$err</p><form action="/login" method="post" id="login"><input type="text" name="username">
<input type="password" name="password"><input type="submit" value="Login"></form>});
};

any ['get', 'post'] => '/add' => sub {
  return redirect '/login' unless session('logged_in');
  if (request->method eq 'POST') {
    push @entries, body_parameters->get('title');
    $flash = 'New entry posted!';
    return redirect '/add';
  }
  return page('<form id="note" method="post" action="/add"><input type="text" name="title"><input type="submit" value="Share"></form>');
};

get '/drafts' => sub {
  return redirect '/login' unless session('logged_in');
  return page('<h2>Drafts</h2>');
};

get '/logout' => sub {
  app->destroy_session;
  $flash = 'You are logged out.';
  redirect '/';
};

start;
