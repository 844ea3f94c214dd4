<?php
// A Symfony application in one file (MicroKernelTrait), with form_login and remember_me as its security guide sets them up.
require '/usr/share/php/Symfony/Bundle/FrameworkBundle/autoload.php';
require '/usr/share/php/Symfony/Bundle/SecurityBundle/autoload.php';

use Symfony\Bundle\FrameworkBundle\Kernel\MicroKernelTrait;
use Symfony\Component\DependencyInjection\Loader\Configurator\ContainerConfigurator;
use Symfony\Component\HttpFoundation\Cookie;
use Symfony\Component\HttpFoundation\RedirectResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Kernel as BaseKernel;
use Symfony\Component\Routing\Loader\Configurator\RoutingConfigurator;
use Symfony\Component\Security\Http\Authentication\AuthenticationUtils;

class Kernel extends BaseKernel
{
    use MicroKernelTrait;

    public function registerBundles(): iterable
    {
        yield new Symfony\Bundle\FrameworkBundle\FrameworkBundle();
        yield new Symfony\Bundle\SecurityBundle\SecurityBundle();
    }

    public function getProjectDir(): string { return getcwd(); }
    public function getCacheDir(): string { return getcwd() . '/cache'; }
    public function getLogDir(): string { return getcwd() . '/log'; }

    protected function configureContainer(ContainerConfigurator $c): void
    {
        $c->extension('framework', [
            'secret' => 'b1946ac92492d2347c6235b4d2611184', 'csrf_protection' => true, 'test' => false,
            'router' => ['utf8' => true], 'http_method_override' => false,
            'session' => ['handler_id' => null, 'storage_factory_id' => 'session.storage.factory.native',
                'cookie_secure' => 'auto', 'cookie_samesite' => 'lax', 'save_path' => getcwd() . '/sessions'],
        ]);
        $c->extension('security', [
            'enable_authenticator_manager' => true,
            'password_hashers' => ['Symfony\Component\Security\Core\User\InMemoryUser' => 'plaintext'],
            'providers' => ['users' => ['memory' => ['users' => [
                getenv('USER_NAME') => ['password' => getenv('USER_PASSWORD'), 'roles' => ['ROLE_USER']]]]]],
            'firewalls' => ['main' => [
                'lazy' => true, 'provider' => 'users',
                'form_login' => ['login_path' => 'app_login', 'check_path' => 'app_login', 'enable_csrf' => true,
                    'default_target_path' => '/recettes'],
                'logout' => ['path' => 'app_logout', 'target' => '/'],
                'remember_me' => ['secret' => '%kernel.secret%', 'lifetime' => 604800],
            ]],
            'access_control' => [['path' => '^/recettes', 'roles' => 'ROLE_USER']],
        ]);
        $c->services()->alias('csrf', 'security.csrf.token_manager')->public();
        $c->services()->alias('who', 'security.token_storage')->public();
        $c->services()->alias('asked', 'security.authentication_utils')->public();
    }

    protected function configureRoutes(RoutingConfigurator $routes): void
    {
        $routes->add('home', '/')->controller([$this, 'home']);
        $routes->add('theme', '/couleur/{name}')->controller([$this, 'colour']);
        $routes->add('app_login', '/connexion')->controller([$this, 'login']);
        $routes->add('app_logout', '/deconnexion');
        $routes->add('recipes', '/recettes')->controller([$this, 'recipes']);
        $routes->add('favourites', '/recettes/favoris')->controller([$this, 'home']);
    }

    private function page(Request $request, string $body): Response
    {
        $token = $this->container->get('who')->getToken();
        $menu = $token ? '<a id="logout" href="/deconnexion">Déconnexion</a>' : '<a href="/connexion">Connexion</a>';
        $flashes = $request->hasPreviousSession() ? implode('', $request->getSession()->getFlashBag()->get('notice')) : '';

        return new Response("<!doctype html><meta charset=utf-8><title>Cuisine</title><link rel=\"icon\" href=\"data:,\"><a href=\"/\">Cuisine</a>
<a id=\"theme\" href=\"/couleur/sombre\">Sombre</a> $menu <p>$flashes</p>$body");
    }

    private function guard(string $id, string $field): string
    {
        $value = $this->container->get('csrf')->getToken($id)->getValue();

        return "<input type=\"hidden\" name=\"$field\" value=\"$value\">";
    }

    public function home(Request $request): Response { return $this->page($request, '<h1>Cuisine</h1>'); }

    public function colour(string $name): Response
    {
        $response = new RedirectResponse('/');
        $response->headers->setCookie(Cookie::create('couleur', $name, '+1 year'));

        return $response;
    }

    public function login(Request $request): Response
    {
        $error = $this->container->get('asked')->getLastAuthenticationError() ? 'Identifiants invalides.' : '';

        return $this->page($request, "<p>$error</p><form id=\"login\" method=\"post\" action=\"/connexion\">{$this->guard('authenticate', '_csrf_token')}
<input name=\"_username\"><input type=\"password\" name=\"_password\"><label><input type=\"checkbox\" name=\"_remember_me\">Se souvenir de moi</label>
<button type=\"submit\">Connexion</button></form>");
    }

    public function recipes(Request $request): Response
    {
        $session = $request->getSession();
        if ($request->isMethod('POST')) {
            $session->set('recipes', [...$session->get('recipes', []), $request->request->get('title')]);
            $session->getFlashBag()->add('notice', 'Enregistré.');

            return new RedirectResponse('/recettes');
        }
        $list = implode('', array_map('htmlspecialchars', $session->get('recipes', [])));

        return $this->page($request, "<h1>Recettes</h1>$list<form id=\"note\" method=\"post\">{$this->guard('recipe', '_token')}
<input type=\"text\" name=\"title\"><button type=\"submit\">Garder</button></form>");
    }
}

$kernel = new Kernel('prod', false);
$request = Request::createFromGlobals();
$response = $kernel->handle($request);
$response->send();
$kernel->terminate($request, $response);
