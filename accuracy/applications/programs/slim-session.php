<?php
// Slim 3 with PHP's own session under a name of its own, and a remembered login: selector and validator.
require '/usr/share/php/Slim/autoload.php';

// PHP's own server takes any address for a script's.
$_SERVER['SCRIPT_NAME'] = '/index.php';

session_name('library');
session_start();
$db = new PDO('sqlite:' . getenv('DATABASE'));
$db->exec('CREATE TABLE IF NOT EXISTS auth_tokens (selector TEXT, token TEXT, user TEXT)');
$db->exec('CREATE TABLE IF NOT EXISTS loans (title TEXT)');

if (!isset($_SESSION['reader']) && isset($_COOKIE['stay'])) {
    [$selector, $validator] = explode(':', $_COOKIE['stay'] . ':');
    $row = $db->prepare('SELECT token, user FROM auth_tokens WHERE selector = ?');
    $row->execute([$selector]);
    $found = $row->fetch(PDO::FETCH_ASSOC);
    if ($found && hash_equals($found['token'], hash('sha256', hex2bin($validator) ?: ''))) {
        session_regenerate_id(true);
        $_SESSION['reader'] = $found['user'];
    }
}
$_SESSION['_csrf'] ??= bin2hex(random_bytes(20));

function show($response, string $body)
{
    $guard = '<input type="hidden" name="_csrf" value="' . $_SESSION['_csrf'] . '">';
    $menu = isset($_SESSION['reader'])
        ? "<form method=\"post\" action=\"/desk/leave\">$guard<button id=\"logout\">Leave</button></form>"
        : '<a href="/desk">Desk</a>';
    $body = str_replace('GUARD', $guard, $body);
    return $response->write(<<<HTML
<!doctype html><title>Library</title><link rel="icon" href="data:,"><h1><a href="/">Library</a></h1>
<a id="theme" href="/shelf/poetry">poetry</a> $menu $body
HTML);
}

$app = new Slim\App();
$guarded = function ($request, $response, $next) {
    return isset($_SESSION['reader']) ? $next($request, $response) : $response->withRedirect('/desk');
};
$app->add(function ($request, $response, $next) {
    $sent = $request->getParsedBody()['_csrf'] ?? '';
    return $request->isPost() && !hash_equals($_SESSION['_csrf'], $sent)
        ? $response->withStatus(400)->write('Form is too old.')
        : $next($request, $response);
});
$app->get('/', fn($request, $response) => show($response, implode('<br>', $db->query('SELECT title FROM loans')->fetchAll(PDO::FETCH_COLUMN))));
$app->get('/shelf/{name}', function ($request, $response, $args) {
    setcookie('shelf', $args['name'], time() + 31536000, '/');
    return $response->withRedirect('/');
});
$app->get('/desk', fn($request, $response) => show($response, <<<'HTML'
<form id="login" method="post">GUARD<input type="text" name="reader"><input type="password" name="pin"><input type="checkbox" name="stay" value="1">
<input type="submit" value="Enter"></form>
HTML));
$app->post('/desk', function ($request, $response) use ($db) {
    $form = $request->getParsedBody();
    if ($form['reader'] !== getenv('USER_NAME') || $form['pin'] !== getenv('USER_PASSWORD')) {
        return show($response->withStatus(422), '<p>Not a reader.</p>');
    }
    session_regenerate_id(true);
    $_SESSION['reader'] = $form['reader'];
    if (isset($form['stay'])) {
        [$selector, $validator] = [bin2hex(random_bytes(6)), random_bytes(32)];
        $db->prepare('INSERT INTO auth_tokens VALUES (?, ?, ?)')->execute([$selector, hash('sha256', $validator), $form['reader']]);
        setcookie('stay', $selector . ':' . bin2hex($validator), ['expires' => time() + 2592000, 'path' => '/', 'httponly' => true, 'samesite' => 'Lax']);
    }
    return $response->withRedirect('/loans');
});
$app->post('/desk/leave', function ($request, $response) use ($db) {
    $db->exec('DELETE FROM auth_tokens');
    setcookie('stay', '', 1, '/');
    $_SESSION = [];
    session_destroy();
    return $response->withRedirect('/');
});
$app->get('/loans[/old]', fn($request, $response) => show($response, '<form id="note" method="post" action="/loans">GUARD<input type="text" name="title"><input type="submit"></form>'))->add($guarded);
$app->post('/loans', function ($request, $response) use ($db) {
    $db->prepare('INSERT INTO loans VALUES (?)')->execute([$request->getParsedBody()['title']]);
    return $response->withRedirect('/loans');
})->add($guarded);
$app->run();
